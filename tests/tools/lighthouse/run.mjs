// Lighthouse on the built site: its home page, the actor and the statement that have most on them. Each category has to
// reach 95. The site is served as GitHub Pages serves it, compressed, below a base path; the browser is the machine's own.
//
//   node run.mjs SITE [--page FILE --date DAY]     the figures, and into FILE with the day they were measured
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, readdirSync, statSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";
import { gzipSync } from "node:zlib";

import { launch } from "chrome-launcher";
import lighthouse from "lighthouse";

const FLOOR = 95;
const RUNS = 3; // performance differs from run to run; the median counts
const BASE = "/dossier/";
const TYPES = {
  ".html": "text/html; charset=utf-8", ".css": "text/css", ".js": "text/javascript", ".json": "application/json",
  ".svg": "image/svg+xml", ".xml": "application/xml", ".png": "image/png", ".txt": "text/plain; charset=utf-8",
};

const [site, ...rest] = process.argv.slice(2);
const given = (name) => (rest.includes(name) ? rest[rest.indexOf(name) + 1] : undefined);

function largest(section, prefix) {
  const pages = readdirSync(join(site, section)).filter((name) => name.startsWith(prefix));
  const weighed = pages.map((name) => join(site, section, name, "index.html")).filter(existsSync);
  weighed.sort((a, b) => statSync(b).size - statSync(a).size);
  return weighed[0].slice(join(site).length + 1).replace("index.html", "");
}

function served(request, response) {
  const path = decodeURIComponent(new URL(request.url, "http://localhost").pathname);
  let file = path.startsWith(BASE) ? join(site, normalize(path.slice(BASE.length))) : "";
  if (path.endsWith("/")) file = join(file, "index.html");
  if (path === "/robots.txt") return response.writeHead(404).end();
  if (!file || !existsSync(file) || !statSync(file).isFile()) return response.writeHead(404).end();
  const body = gzipSync(readFileSync(file));
  const type = TYPES[extname(file)] ?? "application/octet-stream";
  return response.writeHead(200, { "content-type": type, "content-encoding": "gzip", "cache-control": "max-age=600" }).end(body);
}

const median = (numbers) => numbers.sort((a, b) => a - b)[Math.floor(numbers.length / 2)];

const server = createServer(served).listen(0, "127.0.0.1");
await new Promise((done) => server.once("listening", done));
const chromePath = process.env.CHROME_PATH ?? execFileSync("sh", ["-c", "command -v chromium"], { encoding: "utf8" }).trim();
const chrome = await launch({ chromePath, chromeFlags: ["--headless=new", "--no-sandbox", "--disable-gpu"] });
const pages = { Home: "", Actor: largest("actors", ""), Statement: largest("statements", "s-") };
const rows = [];
let below = 0;
for (const [name, page] of Object.entries(pages)) {
  const address = `http://127.0.0.1:${server.address().port}${BASE}${page}`;
  const runs = [];
  for (let run = 0; run < RUNS; run += 1) {
    const { lhr } = await lighthouse(address, { port: chrome.port, output: "json", logLevel: "error" });
    runs.push(lhr);
  }
  const scores = Object.keys(runs[0].categories).map((category) => {
    const score = Math.round(100 * median(runs.map((lhr) => lhr.categories[category].score)));
    return [runs[0].categories[category].title, score];
  });
  rows.push([name, ...scores.map(([, score]) => score)]);
  console.log(`${name.padEnd(10)} ${page}`);
  for (const [title, score] of scores) console.log(`  ${String(score).padStart(3)}  ${title}`);
  below += scores.filter(([, score]) => score < FLOOR).length;
  const lost = Object.values(runs[0].categories).flatMap((category) => category.auditRefs)
    .filter((ref) => ref.weight > 0 && (runs[0].audits[ref.id].score ?? 1) < 0.9).map((ref) => runs[0].audits[ref.id]);
  for (const audit of lost) console.log(`       costs points: ${audit.id}: ${audit.title} ${audit.displayValue ?? ""}`);
  if (rows.length === 1) rows.unshift(["page", ...scores.map(([title]) => title)]);
}
await chrome.kill();
server.close();

if (given("--page")) {
  const { version } = JSON.parse(readFileSync(new URL("node_modules/lighthouse/package.json", import.meta.url)));
  const table = rows.map((row, at) => `| ${row.join(" | ")} |${at ? "" : `\n|${" --- |".repeat(row.length)}`}`).join("\n");
  const text = readFileSync(given("--page"), "utf8");
  const said = `Lighthouse ${version}, its emulated phone, ${given("--date")}, the example dossier, median of ${RUNS} runs:\n\n${table}\n`;
  writeFileSync(given("--page"), text.replace(/(<!-- lighthouse -->\n)[^]*?(<!-- end -->)/, `$1${said}$2`));
}
if (below) {
  console.error(`${below} below ${FLOOR}`);
  process.exitCode = 1;
}

{#- The theme's switch between light and dark and what remembers it, made once for the site. -#}
{%- set form %}{% include "theme/partials/palette.html" ignore missing %}{% endset -%}
{%- set script %}{% include "theme/partials/javascripts/palette.html" ignore missing %}{% endset -%}
{%- if config.theme.palette and config.theme.palette is not mapping -%}
document.currentScript.insertAdjacentHTML("beforebegin", {{ form | trim | tojson }});
{{ script | trim | replace("<script>", "") | replace("</script>", "") }}
{% endif %}

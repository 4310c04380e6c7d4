// The same pages with Eleventy and Nunjucks; the page templates are the floor's, put beside by the benchmark.
import markdownIt from "markdown-it";

export default function (config) {
  const markdown = markdownIt();
  config.setNunjucksEnvironmentOptions({ autoescape: true });
  config.addNunjucksFilter("json", function (value) {
    return this.env.filters.safe(JSON.stringify(value).replace(/</g, "\\u003c"));
  });
  config.addNunjucksFilter("prose", function (text) {
    return this.env.filters.safe(markdown.render(text));
  });
  return { dir: { input: "src", output: "site" }, templateFormats: ["njk"], htmlTemplateEngine: "njk" };
}

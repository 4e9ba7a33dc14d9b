// Builds goldthread/web/static/ds from sass/ and scripts/. The output is committed, so that running needs no Node.
// `--check` builds in memory and fails when what is committed differs.
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { compile, Logger } from "sass";

const here = dirname(fileURLToPath(import.meta.url));
const output = join(here, "..", "goldthread", "web", "static", "ds");
const modules = join(here, "node_modules");
const files = new Map();

// Off GOV.UK neither the typeface nor the crest may be used.
const forbidden = [/GDS Transport/i, /@font-face/i, /crest/i, /crown/i];

process.chdir(here);
const { css } = compile(join(here, "sass", "goldthread.scss"), {
  loadPaths: [here, modules],
  style: "compressed",
  charset: false,
  quietDeps: true,
  logger: Logger.silent
});
// GOV.UK's footer is the only rule that shows the crest; our pages have a footer of their own.
const ownCss = css.replace(/[^{}]*\{[^{}]*govuk-crest[^{}]*\}/g, "").replace(/[^{}]*\.govuk-footer__crown[^{}]*\{[^{}]*\}/g, "");
for (const pattern of forbidden) {
  if (pattern.test(ownCss)) {
    console.error(`The stylesheet contains ${pattern}, which may only be used on GOV.UK. Remove what brings it in.`);
    process.exit(1);
  }
}
files.set("goldthread.css", Buffer.from(ownCss));

for (const [, path] of ownCss.matchAll(/url\(["']?\.\/([^"')]+)["']?\)/g)) {
  files.set(path, readFileSync(join(modules, "@ministryofjustice/frontend/moj/assets", path)));
}

for (const name of ["goldthread.js", "away-worker.js"]) {
  const script = await build({
    entryPoints: [join(here, "scripts", name)],
    bundle: true,
    format: "iife",
    minify: true,
    target: ["es2021"],
    legalComments: "none",
    nodePaths: [modules],
    write: false
  });
  files.set(name, Buffer.from(script.outputFiles[0].contents));
}
files.set("htmx.min.js", readFileSync(join(modules, "htmx.org/dist/htmx.min.js")));
files.set("favicon.svg", readFileSync(join(here, "images", "favicon.svg")));

if (process.argv.includes("--check")) {
  const stale = [...files].filter(([path, bytes]) => {
    const committed = join(output, path);
    return !existsSync(committed) || !readFileSync(committed).equals(bytes);
  });
  if (stale.length) {
    console.error(`Out of date in ${relative(here, output)}: ${stale.map(([path]) => path).join(", ")}.`);
    console.error("Run `npm run build` in frontend/ and commit what changes.");
    process.exit(1);
  }
} else {
  rmSync(output, { recursive: true, force: true });
  for (const [path, bytes] of files) {
    mkdirSync(dirname(join(output, path)), { recursive: true });
    writeFileSync(join(output, path), bytes);
  }
  console.log([...files].map(([path, bytes]) => `${path} ${Math.round(bytes.length / 1024)} kB`).join("\n"));
}

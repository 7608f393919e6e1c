// node keda.mjs NODE_MODULES < RESOURCE.json: prints what is wrong with a resource of KEDA's, one problem a line.
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const resource = JSON.parse(readFileSync(0, "utf8"));
const file = `${process.argv[2]}/@kubernetes-models/keda/keda.sh/v1alpha1/${resource.kind}.js`;
const model = (await import(pathToFileURL(file)))[resource.kind];
try {
  new model(resource).validate();
} catch (problem) {
  console.log(problem.message);
}

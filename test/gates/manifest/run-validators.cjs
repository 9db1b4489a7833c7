/** Runs @forge/manifest's validators on the manifest of the working directory and prints what they say as JSON. */
const { ProcessorBuilder, ValidationTypes } = require("@forge/manifest");

const run = async (type) => {
  const processor = ProcessorBuilder.instance()
    .withValidation(ValidationTypes[type])
    .withOptions({ deprecatedRuntimes: ["nodejs20.x"] })
    .build();
  const { success, errors = [] } = await processor.process();
  return { type, success, messages: errors.map(({ level, message }) => `${level}: ${message}`) };
};

const main = async () => {
  const said = [];
  for (const type of process.argv.slice(2)) said.push(await run(type));
  process.stdout.write(JSON.stringify(said));
};

void main();

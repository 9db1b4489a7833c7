import { writeFile } from "node:fs/promises";
import { format } from "prettier";
import { readMeasured } from "../measured-file";
import { costDocument } from "./document";

/** `npm run cost`: writes docs/cost.md from what was measured last. */
const text = costDocument(await readMeasured());
await writeFile("docs/cost.md", await format(text, { parser: "markdown", printWidth: 100 }));

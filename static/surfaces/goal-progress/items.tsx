export { ItemsList as default } from "../../parts/items-list";

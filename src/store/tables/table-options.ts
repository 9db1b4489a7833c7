/** Texts compare by their bytes on every engine. */
export const tableOptions = "DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin";

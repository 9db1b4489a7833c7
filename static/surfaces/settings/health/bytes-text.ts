/** An amount of storage as people write it: "84 MB", "1 GB"; binary steps, as Forge counts its limit. */
export function bytesText(bytes: number): string {
  const unit = units.find(({ size }) => bytes >= size) ?? smallest;
  const amount = bytes / unit.size;
  const digits = amount < 10 ? 1 : 0;
  const text = new Intl.NumberFormat("en", { maximumFractionDigits: digits }).format(amount);
  return `${text} ${unit.name}`;
}

const smallest = { name: "KB", size: 1024 };
const units = [{ name: "GB", size: 1024 ** 3 }, { name: "MB", size: 1024 ** 2 }, smallest];

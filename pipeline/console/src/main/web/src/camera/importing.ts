import type { ImportFinding } from "../api/camera";
import { coded } from "../text/text";
import type { TextKey } from "../text/zh";

/** Nobody guesses a coordinate system: there is no first choice. */
export const CRS: readonly { code: string; text: TextKey }[] = [
  { code: "wgs84", text: "import.wgs84" },
  { code: "gcj02", text: "import.gcj02" },
  { code: "bd09", text: "import.bd09" },
];

/** A finding in this page's language; the server's own words where its code is newer than this page. */
export function said(finding: ImportFinding): string {
  const text = coded("importFault", finding.fault);
  return text === finding.fault ? finding.text : text.replace("{value}", () => finding.value);
}

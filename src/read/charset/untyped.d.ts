declare module 'html-encoding-sniffer' {
  export default function sniff(
    bytes: Uint8Array,
    options?: { transportLayerEncodingLabel?: string; defaultEncoding?: string },
  ): string;
}
declare module 'jschardet' {
  export function detect(bytes: Uint8Array): { encoding: string | null; confidence: number };
}

/** Text as a workbook keeps it: "_x000D_" is the character of that code (ECMA-376, ST_Xstring). */
export const spreadsheetText = (text: string): string =>
  text.includes('_x')
    ? text.replace(/_x([\dA-Fa-f]{4})_/g, (_whole, code: string) =>
        String.fromCharCode(Number.parseInt(code, 16)),
      )
    : text

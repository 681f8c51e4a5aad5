import type { JsonObject } from '../../../model/json.ts';

// Keys to import that everybody may know: they stand here so that a script can send what a run sent, although no log
// keeps the private part of a key.

/** An RSA key of 2,048 bits, as a JSON Web Key. */
export const RSA_KEY: JsonObject = {
  kty: 'RSA',
  n: 'tWb0pnM8vPsCa9Wty_IYpQfbSXIyCLF4atAywwdhutl9JJGvVPAOB_rusCRM4KwbuqqxcMF_vUHu-PTWIaKhDKCBPql2lTWEdvzhz6W6K_o6wTsjz6o-9gX34PWH6yB8qbw7ULZlvdhGIRPqZ1RRXnw0DbgvIMFDW_Ngaqf6h0UnUI_0_N-w7kQcrQA6uJi63xPMVUC6Sb243zrfbuzxjhiqrpxwXUA_U1hWEab-0hz0Eno0HWlLFLx1l2JB2H241_YUivZayIFsHs7HThUwAgcorK-V08hG2QWPT4oXgPXcd7cqlnxT1f5JEapy7v5CaJzKBn4dY_PhPixD5xP08w',
  e: 'AQAB',
  d: 'GT-nHhiHDooPeGE-9gE7PekoiVdW2yU8gf165fC768Ju1oKyjpYfwIDu7Qm4a5h4_uktlmiltiVxtNQl49Dw1-2VNQVoUcn8_ITOjKo1Y1P1DpqD2Fk1YeVLGamDIrkcW5GtXdrCsYMN9nerq3iDH4LBH1xmBDSc2ApkKU7lIiOZQf-79FCApdvWR12RtHyFEc4wa30WYp2Pbh25Glio-zqYrtQIqKV3vkaBo7zI84RKuAgN0HqDMg8k5Qh8lZlu6ZzVXuez8749nkzcTcqB36CZJSLEulPxQQR1tIYkS5O9toUSgxK7W2fK608h05aZF_M9_qiBmQ6Q3jt99KXfaQ',
  p: '6hJmKrlYVZvxr-_wE8SSo0EF-siCtEHaZryfoG1lpng7UQZfieb9Ycq8T8dgFO5UkIvtS_VsXlpKrCGHsHibZiZMv2JaLcVE66FPGtb85KIfA-7s0iz9QkxhKBa2plLz5SpxMwpbnq0whSObVHMkHEJCSgW9h6LGlZ8OPgp4G0k',
  q: 'xmVpZlC0zIdHuUA0HWjjN0BDr9DeZRWZWc5OPYCoetJVoyVyR4NvFryCAHSKJXLCk9WTwRbmy64oHmzp9ArX5sGqVYawjgAhOiGcgc_t2zJpCnwoXv2es5pg40IhA0vW2ctFN7tHWFnOD24VVhQAX1unFcIR826nO7SMaNKeMls',
  dp: 'GiBRnQUxEeUlFeEvJ9WyFFzGoRZOWHZdPUhifNKZHPqgjEus0ESjFY4-dJ0pYUy0zamApBDRtrpXSV04uv7LQZyWxmng7Oju52oK3VEPyyk5UwQRFOiGoCbMVWArpObvaC3TksHeNhjYqJOv2746UpkmswJvBDur9LlbKpuailk',
  dq: 'FM2dd7UOwEOPKcWpsUvGR4zdjBoCt-bD5b7URW6wO_DCOhE7InSNuXyaxSFzOuoFrSrAC4czPDhOzKHvBj_8052LFtzAtqMc2NOdbZ83-bwXd5n9QbimY37Umf_dJlNVfBDseSOSH5mLGeMZKaV_RIB_zLBE4ZnAv2n3Lyamn_E',
  qi: 'LUfBIOgRDrsIHkQ78MCQ9Ps2JK1DWAL_VTfYioBGzAdubBsbcJBTgu0rA8XvhJxbyc6a9OvEyme7JreZih_qsHc3KzIN_CmpNF7ECjKj-QNDNOHNZ8fKcTj9CELvOZvWoi87_3il1ofKrhKX6MnkiDbefSD0a225-N4I8eOOU3c',
};

/** A key of the curve P-256, as a JSON Web Key. */
export const EC_KEY: JsonObject = {
  kty: 'EC',
  x: 'HreSTxEnrguH32gnaQMGgIX-6HNbKA5FNr47H221Bs4',
  y: 'yXMsChuLay0yhkBfmlsSGamNlDSxVaibAdqqAOeWFk4',
  crv: 'P-256',
  d: 'LsshqRplLo-7deUvz3LFNj-GwRreiX_XukgLQTDcGz0',
};

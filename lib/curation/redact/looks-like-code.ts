const STAND_IN =
  /^(?:null|none|nil|true|false|undefined|string|str|text|bytes|int|integer|number|float|bool|boolean|object|array|any|optional|required|password|passwd|secret|token|key|value|redacted|hidden|masked|removed|change_?me|todo|tbd|n\/a|example|your[_-].*|my[_-]?(?:password|secret|token|api[_-]?key)|<.*|\[.*|\$\{.*|\$[A-Za-z_(].*|\{.*|%[({]?\w.*|[*x.•_-]{2,})$/isu;

const CODE =
  /^[A-Za-z_]\w{0,60}(?:\.[A-Za-z_]\w{0,60}){1,8}(?:[([].*)?$|^[A-Za-z_]\w{0,60}\(.*$|^(?:await|new|f|r|b|lambda|os|process|import)\b[.\s"']/su;

/** Whether a value only stands for another: a variable, a type, a call, `***`, `<your key>`. */
export const looksLikeCode = (value: string): boolean => STAND_IN.test(value) || CODE.test(value);

/** What a handler gets; `signal` aborts when the client goes away. */
export interface Call {
  readonly request: Request;
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
}
export type Handler = (call: Call) => Promise<Response>;
export type Method = "GET" | "PUT" | "POST" | "DELETE";
/** By path pattern, then by method; `HEAD` goes to `GET`. */
export type Routes = Readonly<Record<string, Readonly<Partial<Record<Method, Handler>>>>>;

import http from "node:http";
import https from "node:https";

/** How a connection is made. */
export interface AgentSettings {
  /** PEM certificates to trust besides Node's own. */
  readonly ca?: string;
  /** The proxy's URL; without it the environment decides (`HTTPS_PROXY`, `HTTP_PROXY`, `NO_PROXY`). */
  readonly proxy?: string;
}

/** The agent that keeps the connections to one system open between calls. */
export async function createAgent(url: URL, settings: AgentSettings): Promise<http.Agent> {
  const { getProxyForUrl } = await import("proxy-from-env");
  const tls = await import("node:tls");
  const proxy = settings.proxy ?? getProxyForUrl(url.href);
  const ca = settings.ca === undefined ? {} : { ca: [...tls.rootCertificates, settings.ca] };
  if (url.protocol === "https:") {
    if (proxy === "") {
      return new https.Agent({ keepAlive: true, ...ca });
    }
    const { HttpsProxyAgent } = await import("https-proxy-agent");
    return new HttpsProxyAgent(proxy, { keepAlive: true, ...ca });
  }
  if (proxy === "") {
    return new http.Agent({ keepAlive: true });
  }
  const { HttpProxyAgent } = await import("http-proxy-agent");
  return new HttpProxyAgent(proxy, { keepAlive: true });
}

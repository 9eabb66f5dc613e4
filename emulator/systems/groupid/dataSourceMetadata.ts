import { dataSourceTypes } from "./dataSource.ts";

/** What the interface shows of each key: its label, and whether it must be given. */
const labels: Readonly<Record<string, readonly [displayName: string, isRequired: boolean]>> = {
  FileServer: ["File Server", true],
  FilePath: ["File Path", true],
  File: ["File Path", true],
  FilePassword: ["File Password", false],
  Delimiter: ["Delimiter", true],
  ConnectionString: ["Server", true],
  Server: ["Domain/Hostname (Optional)", false],
  UserName: ["Username (Optional)", false],
  Password: ["Password (Optional)", false],
  ServiceAccounUserName: ["Service Account (e.g. admin@xyz.onmicrosoft.com)", true],
  ServiceAccountPassword: ["Service Account Password", true],
  ApplicationId: ["Registered Application ID on Azure Active Directory", true],
  TenantId: ["Registered Tenant ID on Azure Active Directory", true],
  FileName: ["File_Name", true],
};

const oneDrive = new Set(["ServiceAccounUserName", "ServiceAccountPassword", "ApplicationId", "TenantId", "FileName"]);
const local = new Set(["FilePath", "File", "ConnectionString", "Server", "UserName", "Password"]);

/** The form that describes a type of data sources, for files on a kind of server: seeds/001, "Get Metadata …". */
export function metadata(fileServerType: string, type: number): Record<string, unknown> {
  const known = dataSourceTypes.find((candidate) => candidate.type === type);
  const isOneDrive = fileServerType === "OneDrive";
  const keys = (known?.keys ?? []).filter((key) => known?.files !== true || !(isOneDrive ? local : oneDrive).has(key));
  return {
    name: known?.name ?? null,
    type,
    icon: "iVBORw0KGgo=",
    fileServerType,
    configurations: keys.map((name, index) => {
      const [displayName, isRequired] = labels[name] ?? [name, false];
      return {
        name,
        displayName,
        dataType: dataTypeOf(name),
        defaultValue: name === "FileServer" ? fileServerType : "",
        regularExpression: null,
        validationMessage: null,
        minLength: null,
        maxLength: null,
        isRequired,
        isDisabled: false,
        isNewOnly: false,
        renderingOrder: index + 1,
        values: name === "FileServer" ? ["LocalServer", "OneDrive"] : null,
      };
    }),
  };
}

function dataTypeOf(name: string): string {
  if (name === "FileServer") {
    return "dropdown";
  }
  return /password/i.test(name) ? "System.Security.SecureString" : "System.String";
}

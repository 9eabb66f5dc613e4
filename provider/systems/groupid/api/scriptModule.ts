/** The events of a job that a script may handle, in the order of the samples, and what they are told. */
const events: readonly (readonly [name: string, argumentType: string])[] = [
  ["Startup", "EventArgs"],
  ["BuildSourceQuery", "QueryEventArgs"],
  ["RowStarting", "EventArgs"],
  ["BuildDestinationQuery", "QueryEventArgs"],
  ["RowChanging", "JobEventArgs"],
  ["RowChanged", "JobEventArgs"],
  ["RowAdding", "JobEventArgs"],
  ["RowAdded", "JobEventArgs"],
  ["RowDeleting", "JobEventArgs"],
  ["RowDeleted", "JobEventArgs"],
  ["RowFinishing", "JobEventArgs"],
  ["RowFinished", "JobEventArgs"],
  ["RowFailed", "JobEventArgs"],
  ["Shutdown", "EventArgs"],
];

const handlers = events.map(([name, argumentType]) => [
  `    Sub DTM_${name}(ByVal dtmsource As Object, ByVal args As ${argumentType}) Handles DTM.${name}`,
  "        ' User-definable script goes here -----------------",
  "",
  "        ' -------------------------------------------------",
  "    End Sub",
  "",
]);

/** The script module of every job of the samples (`Destination.ExposedScriptCode`), in Visual Basic: it does nothing. */
export const emptyScriptModule = [
  "Option Strict Off",
  "",
  "Imports System",
  "Imports System.Text",
  "Imports System.Text.RegularExpressions",
  "Imports System.IO",
  "Imports System.Math",
  "Imports Microsoft.VisualBasic",
  "Imports Imanami.DataSyncServices.Scripting",
  "",
  "Module ImanamiExposedCode",
  "",
  '#Region "Imanami Generated Code"',
  "'<--- PowerTool Instance Definitions --->\t",
  "#End Region",
  "",
  '#Region " User-definable code "',
  ...handlers.flat().slice(0, -1),
  "#End Region",
  "",
  "end Module ' ImanamiExposedCode",
  "",
].join("\r\n");

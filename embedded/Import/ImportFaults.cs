using System;
using Crm.Extensions.Embedded.Pipeline;

namespace Crm.Extensions.Embedded.Import;

/// <summary>Why a solution is refused, with the platform's codes.</summary>
internal static class ImportFaults
{
    public static Exception InvalidFile(string detail) => Of(
        0x80048060,
        "The solution file is invalid. The compressed file must contain the following files at its root: solution.xml, customizations.xml, and [Content_Types].xml. " + detail);

    public static Exception Schema(string detail) => Of(0x8004801A, "XSD validation failed with the following error: '" + detail + "'");

    public static Exception NotDeclared(string component) => Of(
        0x8004803A, $"The component {component} is not declared in the solution file as a root component.");

    public static Exception MissingComponent(string component) => Of(
        0x8004801F, $"Cannot add a Root Component {component} because it is not in the target system.");

    public static Exception MissingDependency(string required) => Of(
        0x8004801D, $"The solution cannot be imported: these required components are missing from the target: {required}.");

    public static Exception Dangling(string dependent, string required) => Of(0x8004F036, $"The dependent component {dependent} lacks what it requires: {required}.");

    public static Exception Orphaned(string column) => Of(
        0x80090445, $"Found 1 relationship attributes in the solution whose parent relationship is missing.\n{column}.");

    public static Exception MissingChoice(string message) => Of(0x80048039, message);

    public static Exception Prefix(string name, string prefix) => Of(
        0x80048062, $"Invalid name: {name}. It must start with a valid customization prefix: '{prefix}_'.");

    public static Exception UnknownPrivilege(string role, string privilege) => Of(
        0x80048058, $"The privilege to be imported is invalid: {privilege} of role {role}.");

    public static Exception Assembly(string detail) => Of(0x80040216, "Plugin Assemblies import: FAILURE: " + detail);

    public static Exception NotSigned(string assembly) => Of(0x8004416C, $"Public assembly must have public key token: {assembly} is not strong-named.");

    public static Exception TypesRemoved(string type) => Of(
        0x80048071, $"Existing plug-in types have been removed. Please update major or minor version of the plug-in assembly: {type}.");

    public static Exception DoesNotExist(string table, string id) => Of(0x80040217, $"{table} With Id = {id} Does Not Exist");

    public static Exception OtherMode(string solution, bool installedIsManaged) => Of(
        installedIsManaged ? 0x80048041 : 0x80048040,
        $"The solution {solution} is installed as {(installedIsManaged ? "a managed" : "an unmanaged")} solution and can't be imported in the other form.");

    public static Exception LowerVersion(string solution, Version installed, Version imported) => Of(
        0x80040216, $"The solution {solution} is installed in version {installed}; version {imported} is not imported over it.");

    public static Exception SecuredColumn(string table, string column, bool exists) => Of(
        exists ? 0x80048063 : 0x80048064, $"The column security profile names column '{column}' of '{table}', which {(exists ? "is not secured" : "does not exist")}.");

    public static Exception CustomApi(string detail) => Of(0x80040216, "Custom API import: " + detail);

    private static Exception Of(uint code, string message) => PipelineFaults.Of(unchecked((int)code), message);
}

namespace Crm.Extensions.Cli.Schema;

/// <summary>Logical names of tables and columns: the schema name in lower case, as the platform derives them.</summary>
internal static class LogicalName
{
#pragma warning disable CA1308 // the platform's normal form is lower case
    public static string Of(string schemaName) => schemaName.ToLowerInvariant();
#pragma warning restore CA1308
}

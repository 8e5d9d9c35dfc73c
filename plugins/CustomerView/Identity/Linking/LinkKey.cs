namespace Crm.Extensions.CustomerView.Identity.Linking;

/// <summary>The name by which a record is known to clustering: its source and its id there. Its ordinal order breaks ties.</summary>
internal static class LinkKey
{
    public static string Of(string source, string record) => source + "|" + record;
}

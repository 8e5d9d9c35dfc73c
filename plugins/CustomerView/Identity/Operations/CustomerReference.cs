namespace Crm.Extensions.CustomerView.Identity.Operations;

/// <summary>A column that looks up a customer, and what becomes of it when two customers turn out to be one.</summary>
internal sealed class CustomerReference
{
    private CustomerReference(string table, string column, string? stays)
    {
        Table = table;
        Column = column;
        Stays = stays;
    }

    public string Table { get; }

    public string Column { get; }

    /// <summary>Why the column goes on naming the customer that it named; null where it follows to the survivor.</summary>
    public string? Stays { get; }

    public static CustomerReference Follows(string table, string column = "crmx_customerid") => new(table, column, null);

    public static CustomerReference Remains(string table, string column, string why) => new(table, column, why);
}

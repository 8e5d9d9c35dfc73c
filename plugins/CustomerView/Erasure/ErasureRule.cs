using System.Collections.Generic;

namespace Crm.Extensions.CustomerView.Erasure;

/// <summary>What becomes of rows when a customer is forgotten.</summary>
internal enum Treatment
{
    /// <summary>The columns named are emptied; the row stays, because other rows hang on it.</summary>
    Empty,

    /// <summary>The columns are emptied, then the row is deleted.</summary>
    Delete,

    /// <summary>Law asks to keep it: it stays, without the name.</summary>
    Keep,
}

/// <summary>How rows of one table are found that tell of a customer, and what becomes of them.</summary>
internal sealed class ErasureRule
{
    /// <summary>Stands in the place of a name. Not a value: the pseudonym of the customer is written.</summary>
    public const string Pseudonym = "\u0001pseudonym";

    /// <summary>Stands in the place of a subject. Not a value: the word "erased" is written.</summary>
    public const string Erased = "\u0001erased";

    private ErasureRule(string code, string table, string column, Treatment treatment, string[] columns)
    {
        Code = code;
        Table = table;
        Column = column;
        Treatment = treatment;
        Columns = columns;
    }

    /// <summary>What the rows are called in texts, and in the list of what was done.</summary>
    public string Code { get; }

    public string Table { get; }

    /// <summary>The look-up through which the rows are found: to the customer, or to a row of <see cref="Through"/>.</summary>
    public string Column { get; }

    public Treatment Treatment { get; }

    /// <summary>Columns that are emptied; those that need a value get the text after the equals sign.</summary>
    public IReadOnlyList<string> Columns { get; }

    /// <summary>A table between, which looks up the customer itself by <see cref="ThroughColumn"/>; null where the rows do.</summary>
    public string? Through { get; private set; }

    public string ThroughColumn { get; private set; } = "crmx_customerid";

    public static ErasureRule Empty(string code, string table, params string[] columns) => new(code, table, "crmx_customerid", Treatment.Empty, columns);

    public static ErasureRule EmptyBy(string code, string table, string column, params string[] columns) => new(code, table, column, Treatment.Empty, columns);

    public static ErasureRule Delete(string code, string table, string column = "crmx_customerid", params string[] columns) => new(code, table, column, Treatment.Delete, columns);

    public static ErasureRule Keep(string code, string table, params string[] columns) => new(code, table, "crmx_customerid", Treatment.Keep, columns);

    /// <summary>The same rule for rows that hang on rows of another table, which look up the customer.</summary>
    public ErasureRule Of(string table, string column = "crmx_customerid")
    {
        Through = table;
        ThroughColumn = column;
        return this;
    }
}

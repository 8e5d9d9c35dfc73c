namespace Crm.Extensions.CustomerView.Identity.Matching;

/// <summary>Exclusive identifiers that forbid two records to be one customer.</summary>
internal enum Conflict
{
    None,

    /// <summary>Two different valid numbers of one kind, of which nobody has two.</summary>
    NationalId,

    /// <summary>Birth dates and given names that are not typing errors of each other: father and son.</summary>
    BirthDateAndName,

    /// <summary>Birth dates a generation apart that are not typing errors of each other, whatever the names: a father and the son who bears his name.</summary>
    Generation,
}

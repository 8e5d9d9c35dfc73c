namespace Crm.Extensions.CustomerView.Identity.Normalising.NationalIds;

/// <summary>One number as it was written, before anybody knows its scheme.</summary>
internal sealed class IdText
{
    /// <summary>The document's name before the number, such as NIT, CC, RFC; empty when there was none.</summary>
    public string Hint { get; set; } = "";

    /// <summary>Capital letters (Ñ kept), digits and ampersands, without the document's name.</summary>
    public string Value { get; set; } = "";

    /// <summary>Whether the last character stood behind a hyphen, as check digits do.</summary>
    public bool HasCheckApart { get; set; }
}

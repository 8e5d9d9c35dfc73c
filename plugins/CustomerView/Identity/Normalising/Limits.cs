namespace Crm.Extensions.CustomerView.Identity.Normalising;

/// <summary>How much of a column is read, in characters: what is longer is not a name, an address or a number any more.</summary>
internal static class Limits
{
    public const int FullName = 400;
    public const int Name = 100;
    public const int Company = 200;
    public const int Date = 40;
    public const int Email = 400;
    public const int Phone = 200;
    public const int NationalId = 100;
    public const int Street = 250;
    public const int StreetNumber = 20;
    public const int City = 100;
    public const int Postcode = 20;

    /// <summary>Words of one name that are kept.</summary>
    public const int NameWords = 8;

    /// <summary>Addresses, numbers and documents of one record that are kept.</summary>
    public const int Values = 8;
}

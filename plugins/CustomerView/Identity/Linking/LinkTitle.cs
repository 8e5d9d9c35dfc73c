using System.Linq;
using Microsoft.Xrm.Sdk;

namespace Crm.Extensions.CustomerView.Identity.Linking;

/// <summary>How people call a record: the name on it, made fit for a primary column.</summary>
internal static class LinkTitle
{
    private const int MostLetters = 200;

    private static readonly string[] Columns = ["fullname", "name", "crmx_fullname", "lastname", "companyname", "crmx_company", "crmx_familyname", "crmx_givenname", "emailaddress1", "crmx_email"];

    public static string Of(Entity row)
    {
        var name = Columns.Select(row.GetAttributeValue<string>).FirstOrDefault(text => !string.IsNullOrWhiteSpace(text)) ?? DerivedIds.Text(row.Id);
        var shown = new string(name.Where(letter => !char.IsControl(letter)).ToArray()).Trim();
        return shown.Length <= MostLetters ? shown : shown.Substring(0, MostLetters);
    }
}

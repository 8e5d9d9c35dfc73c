using Crm.Extensions.Collections;
using Crm.Extensions.Collections.Wording;

namespace Crm.Extensions.CustomerView.Disclosure;

/// <summary>How to address somebody aloud. First names only where they are wished: by a preferred name, or by being on tú or vos.</summary>
internal static class SpokenAddress
{
    /// <param name="surnames">Empty: they are taken from the whole name.</param>
    public static CardAddress Of(Addressing person, string surnames)
    {
        var first = !person.IsFirm && person.Form != AddressForm.NoFirstNames
            && (person.PreferredName.Length > 0 || person.Form is AddressForm.Tu or AddressForm.Vos);
        return new CardAddress
        {
            Say = first ? FirstName(person) : person.IsFirm ? person.Name.Trim() : Formal(person, surnames.Trim()),
            PreferredName = person.PreferredName,
            Title = person.Title,
            Form = Words.Of(person.Form),
            FirstName = first,
        };
    }

    private static string FirstName(Addressing person) =>
        person.PreferredName.Length > 0 ? person.PreferredName : (person with { Form = AddressForm.Tu }).SpokenName;

    // without a title a bare surname is no courtesy: then the whole name
    private static string Formal(Addressing person, string surnames) =>
        person.Title.Length == 0 ? person.Name.Trim()
        : surnames.Length > 0 ? person.Title + " " + surnames
        : (person with { Form = AddressForm.NoFirstNames }).SpokenName;
}

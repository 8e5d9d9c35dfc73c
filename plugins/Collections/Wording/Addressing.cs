using System;
using System.Linq;
using Crm.Extensions.Platform;

namespace Crm.Extensions.Collections.Wording;

/// <summary>How a customer is named and greeted.</summary>
/// <param name="Name">The whole name, or the firm's.</param>
/// <param name="PreferredName">What friends would say; may be empty.</param>
/// <param name="Title">"Sra.", "Dr."; may be empty.</param>
internal sealed record Addressing(string Name, string PreferredName, string Title, bool IsFirm, AddressForm Form)
{
    /// <summary>The name as it is said: the first name to tú and vos, title and surname where first names are not welcome, else the whole.</summary>
    public string SpokenName
    {
        get
        {
            var names = Name.Split([' '], StringSplitOptions.RemoveEmptyEntries);
            if (IsFirm || names.Length == 0) return Name.Trim();

            return Form switch
            {
                AddressForm.Tu or AddressForm.Vos => PreferredName.Length > 0 ? PreferredName : names[0],
                AddressForm.NoFirstNames when names.Length > 1 => (Title + " " + string.Join(" ", names.Skip(names.Length > 3 ? 2 : 1))).Trim(),
                _ => Name.Trim(),
            };
        }
    }

    /// <summary>The first line of a text.</summary>
    public string Greeting(Language language)
    {
        // without a title a bare surname is no courtesy
        var isBare = !IsFirm && Form == AddressForm.NoFirstNames && Title.Length == 0;
        if (language == Language.English) return isBare || SpokenName.Length == 0 ? "Good day," : "Dear " + SpokenName + ",";

        var hello = Form is AddressForm.Tu or AddressForm.Vos && !IsFirm ? "Hola" : "Buen día";
        return isBare || SpokenName.Length == 0 ? hello + ":" : hello + ", " + SpokenName + ":";
    }
}

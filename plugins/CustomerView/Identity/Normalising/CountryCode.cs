using System;
using System.Collections.Generic;

namespace Crm.Extensions.CustomerView.Identity.Normalising;

/// <summary>Countries as addresses name them: two letters, three letters, English, Spanish or Portuguese name.</summary>
internal static class CountryCode
{
    // ISO 3166-1: alpha-2, alpha-3, names
    private static readonly Dictionary<string, string> Known = Index(
        "AR arg,argentina,republica argentina", "AU aus,australia", "BE bel,belgium,belgica", "BO bol,bolivia", "BR bra,brazil,brasil", "CA can,canada", "CH che,switzerland,suiza", "CL chl,chile", "CN chn,china",
        "CO col,colombia", "CR cri,costa rica", "CU cub,cuba", "DE deu,ger,germany,alemania,deutschland", "DO dom,dominican republic,republica dominicana", "EC ecu,ecuador", "ES esp,spain,espana", "FR fra,france,francia",
        "GB gbr,uk,united kingdom,great britain,reino unido,england,inglaterra,scotland,wales", "GT gtm,guatemala", "HN hnd,honduras", "IE irl,ireland,irlanda", "IT ita,italy,italia", "JP jpn,japan,japon",
        "MX mex,mexico,estados unidos mexicanos,mejico", "NI nic,nicaragua", "NL nld,netherlands,paises bajos,holanda", "NZ nzl,new zealand,nueva zelanda", "PA pan,panama", "PE per,peru", "PR pri,puerto rico", "PT prt,portugal",
        "PY pry,paraguay", "SV slv,el salvador", "US usa,united states,united states of america,estados unidos,eeuu,ee uu,eua", "UY ury,uruguay", "VE ven,venezuela,republica bolivariana de venezuela", "AD and,andorra");

    /// <summary>ISO 3166-1 alpha-2, or null when the text names no country that is known here. Two letters are believed.</summary>
    public static string? Read(string? text)
    {
        if (text is null || text.Length == 0) return null;
        if (text.Length == 2 && IsLetter(text[0]) && IsLetter(text[1]))
        {
            return text is "uk" or "UK" ? "GB" : char.IsLower(text[0]) || char.IsLower(text[1]) ? new string([char.ToUpperInvariant(text[0]), char.ToUpperInvariant(text[1])]) : text;
        }

        return Folding.Phrase(text) is { } name && Known.TryGetValue(name, out var code) ? code : null;
    }

    private static bool IsLetter(char letter) => letter is >= 'a' and <= 'z' or >= 'A' and <= 'Z';

    private static Dictionary<string, string> Index(params string[] entries)
    {
        var index = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var entry in entries)
        {
            foreach (var name in entry.Substring(3).Split(','))
            {
                index[name] = entry.Substring(0, 2);
            }
        }

        return index;
    }
}

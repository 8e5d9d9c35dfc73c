using System;
using System.Collections.Generic;

namespace Crm.Extensions.CustomerView.Identity.Normalising;

/// <summary>Legal forms of organisations, as the words at the end of their names.</summary>
internal static class CompanyForms
{
    private const int LongestForm = 8;

    // without dots and spaces, so that "S. A. de C. V.", "SA de CV" and "S.A. DE C.V." are one
    private static readonly Dictionary<string, string> Forms = Index(
        "sadecv=sociedadanonimadecapitalvariable,sadecapitalvariable", "sapidecv=sapi,sociedadanonimapromotoradeinversiondecapitalvariable", "sabdecv=sab",
        "sderldecv=srldecv,sociedadderesponsabilidadlimitadadecapitalvariable", "sderl=srl,sociedadderesponsabilidadlimitada,sociedadresponsabilidadlimitada",
        "sas=sociedadporaccionessimplificada,sasesp,sasbic", "slu=sociedadlimitadaunipersonal", "sl=sociedadlimitada", "sau=sociedadanonimaunipersonal",
        "sa=sociedadanonima", "saa=sociedadanonimaabierta", "sac=sociedadanonimacerrada", "saic", "sacif", "saci", "sll", "sal", "sc=sociedadcivil", "sccl", "scoop=scooplimitada",
        "ac=asociacioncivil", "ap", "ibp=iap", "sprderl=sprl", "ltda=limitada,cialtda", "eirl=empresaindividualderesponsabilidadlimitada", "eireli", "me", "epp", "mei", "spa=sociedadporacciones",
        "ca=companiaanonima", "sca=sociedadencomanditaporacciones", "scs=sencs,sociedadencomanditasimple", "sesa", "cia=compania,ycia,ycompania", "esp", "eu", "eice", "ese",
        "inc=incorporated", "llc=limitedliabilitycompany", "ltd=limited,coltd", "plc", "llp", "lp", "corp=corporation", "co=company", "pc", "pllc", "ptyltd", "gmbh", "ag", "kg", "gmbhcokg",
        "bv", "nv", "sarl", "spol", "oy", "ab", "as", "srlu", "aie", "ute", "cb=comunidaddebienes", "scp", "scpa");

    // these are words or surnames too ("Sá", "Co"), so they count only when they look like a form
    private static readonly HashSet<string> Weak = new(StringComparer.Ordinal)
    {
        "sa", "sc", "ac", "ap", "ca", "co", "me", "eu", "sl", "lp", "ag", "ab", "as", "nv", "bv", "oy", "kg", "pc", "cb", "esp", "ese", "spa", "mei", "corp", "sal", "cia", "ute", "sac", "scs",
    };

    /// <summary>Finds the form at the end of a folded name and takes it off; one word is left.</summary>
    /// <param name="written">The name as written: weak forms count with dots, or in capitals within a name in small letters.</param>
    /// <param name="isCompany">Whether the column says already that it is a company; then weak forms count as well.</param>
    public static string? TakeOff(List<string> words, string written, bool isCompany)
    {
        var most = Math.Min(LongestForm, words.Count - 1);
        for (var count = most; count > 0; count--)
        {
            var start = words.Count - count;
            if (!CanStart(words[start])) continue;

            var ending = count == 1 ? words[start] : string.Concat(words.GetRange(start, count));
            if (!Forms.TryGetValue(ending, out var form)) continue;
            if (!isCompany && Weak.Contains(ending) && count == 1 && !IsMarked(written, ending)) continue;

            words.RemoveRange(start, count);
            return form;
        }

        return null;
    }

    // keeps the search cheap: no form starts with any other letter
    private static bool CanStart(string word) => word.Length <= 17 && "sailecmgbnoputyk".IndexOf(word[0]) >= 0;

    private static bool IsMarked(string written, string form)
    {
        var end = written.Length;
        while (end > 0 && !char.IsLetter(written[end - 1]))
        {
            end--;
        }

        var start = end - form.Length;
        if (start < 0) return false;

        var hasDot = end < written.Length && written[end] == '.';
        for (var at = start; at < end; at++)
        {
            if (!char.IsUpper(written[at]) || written[at] > 'Z') return hasDot && form is "cia" or "co" or "corp";
        }

        if (hasDot) return true;
        for (var at = 0; at < start; at++)
        {
            if (char.IsLower(written[at])) return true;
        }

        return false;
    }

    private static Dictionary<string, string> Index(params string[] entries)
    {
        var index = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var entry in entries)
        {
            var parts = entry.Split('=', ',');
            foreach (var part in parts)
            {
                index[part] = parts[0];
            }
        }

        return index;
    }
}

using System;
using System.Collections.Generic;

namespace Crm.Extensions.CustomerView.Identity.Normalising;

/// <summary>An address's line taken apart: street with its kind in one spelling, house number, quarter; floors and flats are passed over.</summary>
internal sealed class Address
{
    private static readonly Dictionary<string, string> Kinds = Index(
        "cl=calle,c,cll,clle", "cra=carrera,kra,kr,cr,crr,carr,krr,cra", "av=avenida,avda,ave,avenue,avd,avnda", "dg=diagonal,diag,dgn", "tv=transversal,transv,trans,trv,tr", "crt=carretera,ctra,autopista,autop",
        "blvd=boulevard,bulevar,boul,blv", "pso=paseo,pas", "pza=plaza,plz,plza,square,sq", "pje=pasaje,psje", "cda=cerrada,cerr", "prv=privada,priv", "and=andador", "cjn=callejon,cjon", "glta=glorieta", "rda=ronda", "cno=camino,cmno,vereda",
        "prol=prolongacion,prolong", "calz=calzada,czda", "circ=circuito,circuit,cct,cir", "jr=jiron", "mlc=malecon", "rua=rua,r", "trav=travessa", "st=street,str", "rd=road", "dr=drive,drv", "ln=lane", "ct=court,crt", "pl=place,plc", "cres=crescent,cr", "ter=terrace,terr",
        "hwy=highway", "pkwy=parkway", "cl=close", "gr=grove", "way=way");

    // from here on a part of the house, or of the country, not the street
    private static readonly HashSet<string> Units = new(StringComparer.Ordinal)
    {
        "apto", "apt", "apartamento", "apartment", "ap", "depto", "dpto", "dep", "departamento", "piso", "int", "interior", "oficina", "of", "ofc", "local", "lc", "unit", "suite", "ste", "flat", "puerta", "pta", "esc", "escalera",
        "torre", "bloque", "blq", "bl", "casa", "cs", "mz", "mza", "manzana", "lote", "lt", "entre", "esq", "esquina", "planta", "bajo", "floor", "fl", "room", "rm", "edificio", "edif", "ed", "conjunto", "apartado", "consultorio",
    };

    private static readonly HashSet<string> Districts = new(StringComparer.Ordinal)
    {
        "col", "colonia", "barrio", "brr", "br", "urb", "urbanizacion", "fracc", "fraccionamiento", "sector", "residencial", "bairro", "comuna", "vereda", "unidad", "parroquia", "villa", "localidad", "poblacion", "pob",
    };

    private static readonly HashSet<string> NumberSigns = new(StringComparer.Ordinal) { "no", "num", "numero", "nro", "number", "n", "nr" };

    private readonly List<string> words = [];
    private readonly List<string> street = [];

    public string[] Street { get; private set; } = NormalRecord.None;

    public string? Number { get; private set; }

    public string? District { get; private set; }

    /// <summary>Reads the columns; a number in a column of its own outweighs one in the street's line.</summary>
    public void Read(string? line, string? number)
    {
        Street = NormalRecord.None;
        District = null;
        Number = NumberOf(number);
        if (line is null) return;

        words.Clear();
        street.Clear();
        Folding.Words(line, words);
        var sign = SignOf(line);
        var signAt = sign < 0 ? -1 : CountWords(line, sign);
        var isPaired = sign < 0 || line[sign] == '#';
        var found = -1;
        for (var at = 0; at < words.Count; at++)
        {
            var word = words[at];
            if (at > 0 && Units.Contains(word) && at + 1 < words.Count) break;
            if (at > 0 && Districts.Contains(word) && at + 1 < words.Count)
            {
                District = Rest(at + 1);
                break;
            }

            if (at > 0 && found < 0 && at + 1 < words.Count && NumberSigns.Contains(word) && IsNumber(words[at + 1]))
            {
                signAt = at + 1;
                continue;
            }

            if (at == signAt && found < 0 && IsNumber(word))
            {
                found = at;
                at = TakeNumber(at, isPaired);
                continue;
            }

            // behind the number stand floors, doors and quarters without their name
            if (found >= 0) continue;
            if (Particles.IsSmall(word) && words.Count > 1) continue;
            street.Add(street.Count is 0 || at + 1 == words.Count || IsWestern(at) ? Kinds.TryGetValue(word, out var kind) ? kind : word : word);
        }

        if (found < 0) TakeNumberAtAnEnd();
        if (street.Count > Limits.NameWords) street.RemoveRange(Limits.NameWords, street.Count - Limits.NameWords);
        if (street.Count > 0) Street = [.. street];
    }

    /// <summary>Number of house as compared: letters and digits, parts separated by a hyphen; null when there is none.</summary>
    private static string? NumberOf(string? text) => Folding.Phrase(text) is { } phrase ? phrase.Replace(' ', '-') : null;

    // "Calle 72 # 10-34", "C/ Mayor, 5, 3º B": where the number begins
    private static int SignOf(string line)
    {
        var hash = line.IndexOf('#');
        if (hash >= 0) return hash;

        for (var comma = line.IndexOf(','); comma > 0; comma = line.IndexOf(',', comma + 1))
        {
            var at = comma + 1;
            while (at < line.Length && line[at] == ' ')
            {
                at++;
            }

            if (at < line.Length && line[at] is >= '0' and <= '9') return comma;
        }

        return -1;
    }

    // "# 10-34": both parts are the number; behind a comma the floor follows
    private int TakeNumber(int at, bool isPaired)
    {
        var number = words[at];
        if (isPaired && at + 1 < words.Count && IsNumber(words[at + 1])) number += "-" + words[++at];
        Number ??= number;
        return at;
    }

    // "12 Main Street", "Av. Reforma 222"; "Calle 72" has none
    private void TakeNumberAtAnEnd()
    {
        if (street.Count > 2 && IsNumber(street[0]) && !IsNumber(street[street.Count - 1]))
        {
            Number ??= street[0];
            street.RemoveAt(0);
            return;
        }

        var last = street.Count - 1;
        var isPair = last >= 2 && IsNumber(street[last]) && IsNumber(street[last - 1]);
        if (isPair && last >= 3)
        {
            Number ??= street[last - 1] + "-" + street[last];
            street.RemoveRange(last - 1, 2);
        }
        else if (last >= 1 && IsNumber(street[last]) && !(last == 1 && IsKind(street[0])))
        {
            Number ??= street[last];
            street.RemoveAt(last);
        }
    }

    private string? Rest(int from)
    {
        var rest = new List<string>();
        for (var at = from; at < words.Count && rest.Count < Limits.NameWords && !Units.Contains(words[at]); at++)
        {
            if (!Particles.IsSmall(words[at])) rest.Add(words[at]);
        }

        return rest.Count == 0 ? null : string.Join(" ", rest);
    }

    // the kind stands last in English, before the flat
    private bool IsWestern(int at) => at + 1 < words.Count && Units.Contains(words[at + 1]);

    private static bool IsKind(string word) => Kinds.ContainsValue(word);

    private static bool IsNumber(string word) => word[0] is >= '0' and <= '9' && word.Length <= 8;

    private static int CountWords(string line, int end)
    {
        var before = new List<string>();
        Folding.Words(line.Substring(0, end), before);
        return before.Count;
    }

    private static Dictionary<string, string> Index(params string[] entries)
    {
        var index = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var entry in entries)
        {
            var parts = entry.Split('=', ',');
            foreach (var part in parts)
            {
                if (!index.ContainsKey(part)) index.Add(part, parts[0]);
            }
        }

        return index;
    }
}

using System;
using System.Collections.Generic;

namespace Crm.Extensions.CustomerView.Identity.Normalising;

/// <summary>An organisation's name without its legal form and without the words that are left out at will.</summary>
internal static class CompanyName
{
    private static readonly HashSet<string> Small = new(StringComparer.Ordinal) { "el", "la", "los", "las", "the", "y", "e", "and", "de", "del", "of", "et", "i", "da", "do" };

    // a name that has one of these is an organisation's, whatever column it stands in
    private static readonly HashSet<string> Telling = new(StringComparer.Ordinal)
    {
        "banco", "bank", "universidad", "university", "universidade", "hospital", "clinica", "ministerio", "secretaria", "alcaldia", "municipio", "municipalidad", "ayuntamiento", "gobernacion", "asociacion",
        "fundacion", "foundation", "comercializadora", "grupo", "group", "constructora", "construcciones", "colegio", "escuela", "school", "instituto", "institute", "hotel", "hoteles", "restaurante", "restaurant",
        "farmacia", "farmacias", "drogueria", "transportes", "distribuidora", "distribuciones", "industrias", "industries", "industrial", "consultores", "consultoria", "consulting", "consultants", "asesores", "asesorias", "inversiones",
        "investments", "importadora", "exportadora", "inmobiliaria", "cooperativa", "sindicato", "federacion", "comite", "consorcio", "conjunto", "condominio", "edificio", "corporacion", "corporation", "company", "compania", "empresa",
        "empresas", "servicios", "services", "soluciones", "solutions", "tecnologia", "technologies", "technology", "systems", "sistemas", "laboratorio", "laboratorios", "ferreteria", "supermercado", "supermercados", "almacen", "almacenes", "tienda",
        "tiendas", "store", "stores", "taller", "talleres", "agropecuaria", "ganadera", "minera", "petroleos", "aseguradora", "seguros", "insurance", "iglesia", "church", "parroquia", "club", "editorial", "holding", "holdings", "logistica", "logistics",
        "textiles", "confecciones", "manufacturas", "productos", "alimentos", "comercial", "international", "internacional", "global", "enterprises", "partners", "associates", "asociados", "abogados", "estudio", "bufete", "notaria", "panaderia",
    };

    /// <summary>The name folded, without its form.</summary>
    public static string? Read(string? written, List<string> words, out string? form)
    {
        form = null;
        words.Clear();
        Folding.Words(written, words);
        if (words.Count == 0) return null;

        // "Pérez y Cía. S.A." has two
        form = CompanyForms.TakeOff(words, written!, isCompany: true);
        if (form is not null) CompanyForms.TakeOff(words, written!, isCompany: true);
        return Join(words);
    }

    /// <summary>Whether a name in a person's column is an organisation's.</summary>
    public static bool IsCompany(string written, List<string> words)
    {
        words.Clear();
        Folding.Words(written, words);
        if (words.Count < 2) return false;

        foreach (var word in words)
        {
            if (Telling.Contains(word)) return true;
        }

        return CompanyForms.TakeOff(words, written, isCompany: false) is not null;
    }

    // single letters in a row are joined (I.B.M. is ibm), articles and "and" go
    private static string Join(List<string> words)
    {
        var kept = new List<string>(words.Count);
        for (var at = 0; at < words.Count; at++)
        {
            var end = at;
            while (end < words.Count && words[end].Length == 1 && !char.IsDigit(words[end][0]))
            {
                end++;
            }

            if (end - at >= 2)
            {
                kept.Add(string.Concat(words.GetRange(at, end - at)));
                at = end - 1;
            }
            else if (!Small.Contains(words[at]))
            {
                kept.Add(words[at]);
            }
        }

        return string.Join(" ", kept.Count == 0 ? words : kept);
    }
}

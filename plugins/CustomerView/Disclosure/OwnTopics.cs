using System;
using System.Collections.Generic;
using Crm.Extensions.CustomerView.Facts;

namespace Crm.Extensions.CustomerView.Disclosure;

/// <summary>What we know of a customer without having been told: columns and ledgers of ours, under the same rules as any topic.</summary>
internal static class OwnTopics
{
    /// <summary>Being late with a payment.</summary>
    public static readonly Topic Delinquency = new("delinquency", DataCategory.Financial, Sensitivity.Personal)
    {
        Name = "Payments past due",
        NameSpanish = "Pagos vencidos",
        Uses = [UseOfData.Order, UseOfData.Service, UseOfData.Sales, UseOfData.Complaint, UseOfData.Marketing, UseOfData.Collection, UseOfData.Payment, UseOfData.Credit, UseOfData.Legal, UseOfData.AccountManagement],
    };

    /// <summary>The products that the customer has with us.</summary>
    public static readonly Topic Products = new("products", DataCategory.Financial, Sensitivity.Open)
    {
        Name = "Products",
        NameSpanish = "Productos",
        Uses = Everything,
    };

    public static readonly Topic Cases = new("cases", DataCategory.Behaviour, Sensitivity.Open) { Name = "Open cases", NameSpanish = "Casos abiertos", Uses = Everything };

    public static readonly Topic Contacts = new("contacts", DataCategory.Behaviour, Sensitivity.Open) { Name = "Last contacts", NameSpanish = "Últimos contactos", Uses = Everything };

    /// <summary>What he promised to pay.</summary>
    public static readonly Topic Promises = new("promises", DataCategory.Financial, Sensitivity.Personal)
    {
        Name = "Promises to pay",
        NameSpanish = "Compromisos de pago",
        Uses = [UseOfData.Collection, UseOfData.Payment, UseOfData.Credit, UseOfData.Legal, UseOfData.Complaint],
    };

    /// <summary>How much he is worth to us, or might be.</summary>
    public static readonly Topic Segment = new("segment", DataCategory.Behaviour, Sensitivity.Sensitive)
    {
        Name = "Value segment",
        NameSpanish = "Segmento de valor",
        Uses = [UseOfData.AccountManagement],
    };

    public static readonly Topic Restriction = new("restriction", DataCategory.Legal, Sensitivity.Sensitive)
    {
        Name = "Restriction",
        NameSpanish = "Restricción",
        Uses = [UseOfData.Collection, UseOfData.Complaint, UseOfData.Legal],
    };

    public static IReadOnlyList<Topic> All => [Delinquency, Products, Cases, Contacts, Promises, Segment, Restriction];

    /// <summary>The topic of that code, or null.</summary>
    public static Topic? Find(string code)
    {
        foreach (var topic in All)
        {
            if (string.Equals(topic.Code, code, StringComparison.OrdinalIgnoreCase)) return topic;
        }

        return null;
    }

    private static IReadOnlyList<UseOfData> Everything => [.. (UseOfData[])Enum.GetValues(typeof(UseOfData))];
}

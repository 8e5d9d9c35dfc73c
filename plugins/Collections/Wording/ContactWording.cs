using System;
using System.Collections.Generic;
using System.Linq;

namespace Crm.Extensions.Collections.Wording;

/// <summary>A text as it may go to a customer, in plain text.</summary>
internal sealed record WrittenContact(string Subject, string Body, TextTemplate Template);

/// <summary>Writes a contact's text: chooses the template, fills in what is known, in the customer's language, form of address and country's words.</summary>
internal static class ContactWording
{
    /// <summary>Tokens that a template may hold besides the forms of address and the country's words.</summary>
    public static readonly IReadOnlyList<string> Tokens =
    [
        "greeting", "name", "house", "agent", "callback", "obligation", "amount", "fees", "dueDate", "effectiveDate", "debitDate", "contractDate", "promiseAmount", "promiseDate",
        "oldLimit", "newLimit", "limitDate", "reason", "blockDate", "travelFrom", "travelUntil", "countries", "contactDate", "wrong", "fee",
        "manager", "managerEmail", "handoverDate",
    ];

    /// <param name="values">By token of <see cref="Tokens"/>, as the customer is to read them; what is not given is not known.</param>
    /// <returns>The text, or null where there is no template.</returns>
    /// <exception cref="TokenException">The template needs something that is not known here.</exception>
    public static WrittenContact? Write(TextWanted wanted, Addressing addressing, IReadOnlyDictionary<string, string> values, IEnumerable<TextTemplate> rows)
    {
        if (TemplateChoice.Choose(wanted, rows) is not { } template) return null;

        var all = Tokens.ToDictionary(token => token, _ => (string?)null, StringComparer.Ordinal);
        foreach (var form in TemplateBook.Forms(wanted.Language, wanted.Form)) all[form.Key] = form.Value;
        foreach (var word in TemplateBook.CountryWords(wanted.Language, wanted.Country)) all[word.Key] = word.Value;
        foreach (var value in values.Where(value => value.Value.Length > 0)) all[value.Key] = value.Value;
        all["name"] = addressing.Name;
        all["greeting"] = addressing.Greeting(wanted.Language);
        return new WrittenContact(
            TemplateText.Render(template.Subject, all, wanted.Country), TemplateText.Render(template.Body, all, wanted.Country), template);
    }
}

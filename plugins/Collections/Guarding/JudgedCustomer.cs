using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Crm.Extensions.Collections.Packs;
using Crm.Extensions.Shared;

namespace Crm.Extensions.Collections;

/// <summary>A customer of a contact with the law that holds between us and him, and what he owes where the contact's purpose looks at that.</summary>
/// <param name="Obligations">Null where no ledger was asked for.</param>
internal sealed record JudgedCustomer(CustomerRecord Customer, CountryPack Law, IReadOnlyList<ObligationLedger>? Obligations)
{
    /// <summary>The customer, or null where no country concerned has rules here.</summary>
    /// <param name="obligation">The obligation that the contact names; null: none.</param>
    public static JudgedCustomer? Of(CustomerRecord customer, LedgerRows? ledger, string? obligation, CourtesyConfiguration configuration)
    {
        var obligations = ledger?.Of(customer);
        var residence = CountryPacks.Find(customer.Country.Length > 0 ? customer.Country : configuration.DefaultCountry, customer.State);
        return ContactLaw.Of(residence, ContactLaw.CountriesOf(obligations, obligation)) is { } law ? new JudgedCustomer(customer, law, obligations) : null;
    }

    /// <summary>What the rules look at.</summary>
    public CustomerContext Context(IReadOnlyList<AttemptRecord> attempts)
    {
        var zone = Customer.TimeZoneCode is { } code ? TimeZoneCodes.WindowsId(code) : null;
        return new CustomerContext
        {
            Key = Customer.Counted.ToString("D", CultureInfo.InvariantCulture),
            State = Customer.State,
            TimeZoneIds = zone is null ? [] : [zone],
            History = [.. attempts.Where(attempt => Customer.Is(attempt.CustomerId)).Select(attempt => attempt.Attempt)],
            Consents = Customer.Consents,
            Obligations = Obligations,
            Holds = Customer.Holds,
            Travels = Customer.Journeys,
            EmailKind = Customer.EmailKind,
            PhoneKind = Customer.PhoneKind,
        };
    }

    /// <summary>Whether rules look at the ledger for such a contact.</summary>
    public static bool LooksAtLedger(Purpose purpose) =>
        purpose is Purpose.ThankYou or Purpose.Reminder or Purpose.Collection or Purpose.Promise or Purpose.Sales or Purpose.Survey;
}

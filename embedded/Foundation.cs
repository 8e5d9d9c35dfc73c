using System;
using System.Collections.Generic;
using Crm.Extensions.Embedded.Storage;

namespace Crm.Extensions.Embedded;

/// <summary>What is there before the first request: the organization, its root business unit, its currency, its administrator.</summary>
internal static class Foundation
{
    public static void Lay(EmbeddedDataverse organization)
    {
        // not in sequence: organizations of one process share plug-in assemblies, whose statics are kept by organization
        organization.OrganizationId = Guid.NewGuid();
        organization.RootBusinessUnitId = organization.Database.NextId();
        organization.BaseCurrencyId = organization.Database.NextId();
        organization.AdministratorId = organization.Database.NextId();
        organization.SystemUserId = organization.Database.NextId();
        using var transaction = organization.Database.Begin();
        var unit = new Reference("businessunit", organization.RootBusinessUnitId);
        var currency = new Reference("transactioncurrency", organization.BaseCurrencyId);
        Add("businessunit", organization.RootBusinessUnitId, new() { ["name"] = "Embedded" });
        Add("transactioncurrency", organization.BaseCurrencyId, new()
        {
            ["currencyname"] = organization.Options.BaseCurrency,
            ["isocurrencycode"] = organization.Options.BaseCurrency,
            ["currencysymbol"] = "$",
            ["currencyprecision"] = 2,
            ["exchangerate"] = 1m,
        });
        var closures = organization.Database.NextId();
        Add("calendar", closures, new() { ["name"] = "Business Closure Calendar", ["type"] = 0, ["businessunitid"] = unit });
        Add("organization", organization.OrganizationId, new()
        {
            ["name"] = "Embedded",
            ["basecurrencyid"] = currency,
            ["languagecode"] = 1033,
            ["businessclosurecalendarid"] = closures,
        });
        Add("systemuser", organization.AdministratorId, new()
        {
            ["fullname"] = "System Administrator",
            ["domainname"] = "administrator@embedded",
            ["businessunitid"] = unit,
            ["isdisabled"] = false,
        });
        Add("systemuser", organization.SystemUserId, new() { ["fullname"] = "SYSTEM", ["domainname"] = "SYSTEM", ["businessunitid"] = unit, ["isdisabled"] = false });
        Add("usersettings", organization.AdministratorId, new() { ["uilanguageid"] = 1033, ["localeid"] = 1033, ["timezonecode"] = 92 });
        Security.SecurityFoundation.Lay(organization, Add);
        transaction.Commit();

        void Add(string name, Guid id, Dictionary<string, object> values)
        {
            var table = organization.Catalog.Find(name) ?? throw PlatformFaults.UnknownTable(name);
            values[table.PrimaryId] = id;
            values["createdon"] = organization.Clock.WholeSeconds;
            values["modifiedon"] = organization.Clock.WholeSeconds;
            transaction.Insert(new Row(table, id, organization.Database.NextVersion(), values));
        }
    }
}

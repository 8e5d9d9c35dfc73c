using System.Collections.Generic;
using System.Linq;
using Crm.Extensions.Collections.Wording;
using Crm.Extensions.Model;
using Crm.Extensions.Platform;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Crm.Extensions.Collections;

/// <summary>The tenant's own texts (rows of crmx_contacttemplate) and the house's name and telephone, those of the root business unit.</summary>
internal sealed class HouseTexts
{
    private const int MostRows = 2000;

    private HouseTexts(IReadOnlyList<TextTemplate> rows, string house, string callback)
    {
        Rows = rows;
        House = house;
        Callback = callback;
    }

    public IReadOnlyList<TextTemplate> Rows { get; }

    public string House { get; }

    /// <summary>The telephone under which the house is called back; may be empty.</summary>
    public string Callback { get; }

    /// <summary>At most a minute old; two requests when it is read anew.</summary>
    public static HouseTexts Of(Execution execution) => execution.Configuration(Read);

    private static HouseTexts Read(IOrganizationService system)
    {
        var unit = HouseName.Query(system);
        return new HouseTexts(
            ReadRows(system), unit?.GetAttributeValue<string>("name") ?? "", unit?.GetAttributeValue<string>("address1_telephone1") ?? "");
    }

    private static List<TextTemplate> ReadRows(IOrganizationService system)
    {
        var query = new QueryExpression(Tables.ContactTemplate)
        {
            ColumnSet = new ColumnSet(
                ContactTemplate.Fields.Name, ContactTemplate.Fields.Purpose, ContactTemplate.Fields.Channel, ContactTemplate.Fields.DunningLevel,
                ContactTemplate.Fields.FormOfAddress, ContactTemplate.Fields.Country, ContactTemplate.Fields.Language, ContactTemplate.Fields.Subject, ContactTemplate.Fields.Body),
            TopCount = MostRows,
        };
        query.Criteria.AddCondition(ContactTemplate.Fields.StateCode, ConditionOperator.Equal, 0);
        return [.. system.RetrieveMultiple(query).Entities.Select(Row).OfType<TextTemplate>()];
    }

    private static TextTemplate? Row(Entity row)
    {
        object? Option(string column) => row.GetAttributeValue<OptionSetValue>(column);
        if (Choice.Read<Purpose>(Option(ContactTemplate.Fields.Purpose)) is not { } purpose) return null;

        // a row named like a situation is that situation's text
        var name = (row.GetAttributeValue<string>(ContactTemplate.Fields.Name) ?? "").Trim();
        return new TextTemplate(
            Queries.Text(row.Id),
            Words.TryRead<Occasion>(name, out var situation) ? situation : Occasion.Plain,
            purpose,
            row.GetAttributeValue<int?>(ContactTemplate.Fields.DunningLevel),
            Choice.Read<Channel>(Option(ContactTemplate.Fields.Channel)),
            Choice.Read<AddressForm>(Option(ContactTemplate.Fields.FormOfAddress)),
            (row.GetAttributeValue<string>(ContactTemplate.Fields.Country) ?? "").Trim(),
            row.GetAttributeValue<int?>(ContactTemplate.Fields.Language),
            row.GetAttributeValue<string>(ContactTemplate.Fields.Subject) ?? "",
            row.GetAttributeValue<string>(ContactTemplate.Fields.Body) ?? "") { IsRow = true };
    }
}

/// <summary>The root business unit, whose name customers know the house by.</summary>
internal sealed class HouseName
{
    private HouseName(string text) => Text = text;

    public string Text { get; }

    /// <summary>At most a minute old; one request when it is read anew.</summary>
    public static HouseName Of(Execution execution) =>
        execution.Configuration(system => new HouseName(Query(system)?.GetAttributeValue<string>("name") ?? ""));

    internal static Entity? Query(IOrganizationService system)
    {
        var query = new QueryExpression("businessunit") { ColumnSet = new ColumnSet("name", "address1_telephone1"), TopCount = 1 };
        query.Criteria.AddCondition("parentbusinessunitid", ConditionOperator.Null);
        return system.RetrieveMultiple(query).Entities.FirstOrDefault();
    }
}

using System;
using Crm.Extensions.CustomerView.Identity.Linking;
using Crm.Extensions.Model;
using Crm.Extensions.Platform;
using Crm.Extensions.Platform.Registration;
using Microsoft.Xrm.Sdk;

namespace Crm.Extensions.CustomerView;

/// <summary>
/// Finds out whose a department's record is, whenever one is written, changed or deleted: publishes what it says, searches for others that say the
/// same, decides by the rules of the bulk run.
/// </summary>
/// <remarks>
/// At most six requests when the minute's settings are known. The row is read as it is when the step runs, since steps run in any order; the image only
/// tells beforehand whether it is somebody who asked to be forgotten.
/// </remarks>
[Step(Message.Create, Tables.Account, Stage.PostOperation, Mode = StepMode.Asynchronous,
    After = ["name", "crmx_nationalid", "emailaddress1", "emailaddress2", "emailaddress3", "telephone1", "telephone2", "telephone3"])]
[Step(Message.Create, Tables.Contact, Stage.PostOperation, Mode = StepMode.Asynchronous,
    After = ["fullname", "firstname", "middlename", "lastname", "birthdate", "governmentid", "emailaddress1", "emailaddress2", "emailaddress3", "telephone1", "telephone2", "telephone3", "mobilephone"])]
[Step(Message.Create, Tables.Lead, Stage.PostOperation, Mode = StepMode.Asynchronous,
    After = ["fullname", "firstname", "middlename", "lastname", "companyname", "crmx_nationalid", "emailaddress1", "emailaddress2", "emailaddress3", "telephone1", "telephone2", "telephone3", "mobilephone"])]
[Step(Message.Create, Tables.ExternalRecord, Stage.PostOperation, Mode = StepMode.Asynchronous,
    After = ["crmx_fullname", "crmx_givenname", "crmx_familyname", "crmx_secondfamilyname", "crmx_company", "crmx_birthdate", "crmx_email", "crmx_phone", "crmx_nationalid"])]
[Step(Message.Update, Tables.Account, Stage.PostOperation, Mode = StepMode.Asynchronous,
    Filter = ["name", "crmx_nationalid", "emailaddress1", "emailaddress2", "emailaddress3", "telephone1", "telephone2", "telephone3",
        "address1_line1", "address1_line2", "address1_city", "address1_stateorprovince", "address1_postalcode", "address1_country", RecordColumns.Customer, RecordColumns.OriginatingLead],
    After = ["name", "crmx_nationalid", "emailaddress1", "emailaddress2", "emailaddress3", "telephone1", "telephone2", "telephone3"])]
[Step(Message.Update, Tables.Contact, Stage.PostOperation, Mode = StepMode.Asynchronous,
    Filter = ["fullname", "firstname", "middlename", "lastname", "birthdate", "governmentid", "emailaddress1", "emailaddress2", "emailaddress3", "telephone1", "telephone2", "telephone3", "mobilephone",
        "address1_line1", "address1_line2", "address1_city", "address1_stateorprovince", "address1_postalcode", "address1_country", RecordColumns.Customer, RecordColumns.OriginatingLead],
    After = ["fullname", "firstname", "middlename", "lastname", "birthdate", "governmentid", "emailaddress1", "emailaddress2", "emailaddress3", "telephone1", "telephone2", "telephone3", "mobilephone"])]
[Step(Message.Update, Tables.Lead, Stage.PostOperation, Mode = StepMode.Asynchronous,
    Filter = ["fullname", "firstname", "middlename", "lastname", "companyname", "crmx_nationalid", "emailaddress1", "emailaddress2", "emailaddress3", "telephone1", "telephone2", "telephone3", "mobilephone",
        "address1_line1", "address1_line2", "address1_city", "address1_stateorprovince", "address1_postalcode", "address1_country", RecordColumns.Customer],
    After = ["fullname", "firstname", "middlename", "lastname", "companyname", "crmx_nationalid", "emailaddress1", "emailaddress2", "emailaddress3", "telephone1", "telephone2", "telephone3", "mobilephone"])]
[Step(Message.Update, Tables.ExternalRecord, Stage.PostOperation, Mode = StepMode.Asynchronous,
    Filter = ["crmx_fullname", "crmx_givenname", "crmx_familyname", "crmx_secondfamilyname", "crmx_company", "crmx_birthdate", "crmx_email", "crmx_phone", "crmx_nationalid",
        "crmx_street", "crmx_streetnumber", "crmx_city", "crmx_state", "crmx_postcode", "crmx_country", RecordColumns.Customer, "crmx_sourceid"],
    After = ["crmx_fullname", "crmx_givenname", "crmx_familyname", "crmx_secondfamilyname", "crmx_company", "crmx_birthdate", "crmx_email", "crmx_phone", "crmx_nationalid"])]
[Step(Message.Delete, Tables.Account, Stage.PostOperation, Mode = StepMode.Asynchronous)]
[Step(Message.Delete, Tables.Contact, Stage.PostOperation, Mode = StepMode.Asynchronous)]
[Step(Message.Delete, Tables.Lead, Stage.PostOperation, Mode = StepMode.Asynchronous)]
[Step(Message.Delete, Tables.ExternalRecord, Stage.PostOperation, Mode = StepMode.Asynchronous)]
public sealed class LinkSourceRecord : Plugin<Entity>
{
    /// <inheritdoc/>
    protected override void Execute(Execution<Entity> execution)
    {
        var isOurs = OwnDoing.Caused(execution);
        if (isOurs && WritesOnlyCustomer(execution.Target)) return;
        if (LinkingConfiguration.Of(execution) is not { } configuration) return;

        var image = execution.After;
        new Linker(execution, configuration).Link(new Arrival(execution.Context.PrimaryEntityName, execution.RowId, execution.CallerId)
        {
            Named = isOurs ? null : Given(execution.Target, RecordColumns.Customer),
            Lead = Given(execution.Target, RecordColumns.OriginatingLead),
            Image = image.Attributes.Count > 0 ? image : null,
        });
    }

    private static bool WritesOnlyCustomer(Entity target) => target.Contains(RecordColumns.Customer) && target.Attributes.Count <= 2 && !target.Contains(RecordColumns.OriginatingLead);

    private static Guid? Given(Entity target, string column) => target.GetAttributeValue<EntityReference>(column)?.Id;
}

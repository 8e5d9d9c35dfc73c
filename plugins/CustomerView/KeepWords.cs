using Crm.Extensions.CustomerView.Facts;
using Crm.Extensions.Model;
using Crm.Extensions.Platform;
using Crm.Extensions.Platform.Registration;
using Microsoft.Xrm.Sdk;
using Fields = Crm.Extensions.Model.CustomerFact.Fields;

namespace Crm.Extensions.CustomerView;

/// <summary>What a customer said stands as he said it: neither his words nor the value are edited; a new fact takes the old one's place.</summary>
/// <remarks>
/// Only somebody who may forget a customer (privilege prvCreatecrmx_Suppression) empties them, and even he writes nothing else instead. An image may lack
/// a secured column that the caller does not see: then anything he sends is a change.
/// </remarks>
[Step(Message.Update, Tables.CustomerFact, Stage.PreOperation, Filter = [Fields.Words, Fields.Value], Before = [Fields.Words, Fields.Value])]
public sealed class KeepWords : Plugin<CustomerFact>
{
    private const string MayForget = "prvCreatecrmx_Suppression";

    /// <inheritdoc/>
    protected override void Execute(Execution<CustomerFact> execution)
    {
        if (!Changes(execution, Fields.Words) && !Changes(execution, Fields.Value)) return;
        if (IsEmptied(execution, Fields.Words) && IsEmptied(execution, Fields.Value) && execution.Holds(execution.CallerId, MayForget)) return;

        throw new InvalidPluginExecutionException(FactTexts.Write(execution.Language, "WordsStand"));
    }

    private static bool Changes(Execution<CustomerFact> execution, string column) =>
        execution.Writes(column) && (execution.Target.GetAttributeValue<string>(column) ?? "") != (execution.Before.GetAttributeValue<string>(column) ?? "");

    private static bool IsEmptied(Execution<CustomerFact> execution, string column) =>
        !Changes(execution, column) || string.IsNullOrEmpty(execution.Target.GetAttributeValue<string>(column));
}

using System.Linq;
using Crm.Extensions.Collections.Wording;
using Crm.Extensions.Model;
using Crm.Extensions.Platform;
using Crm.Extensions.Platform.Registration;
using Microsoft.Xrm.Sdk;

namespace Crm.Extensions.Collections;

/// <summary>
/// Tells who writes an outgoing text what it should not ask or say, and what it should. It writes the advice beside the text and never stops anything.
/// </summary>
/// <remarks>
/// It asks Dataverse for nothing about the customer, whose country it therefore does not know: the tenant's default country's rules are read, and without
/// one what holds everywhere and what any country forbids.
/// </remarks>
[Step(Message.Create, Tables.Email, Stage.PreOperation)]
[Step(Message.Update, Tables.Email, Stage.PreOperation, Filter = [Description, Subject, ContactColumns.Purpose], Before = [Description, Subject, ContactColumns.Purpose, ContactColumns.Direction, ContactColumns.State, Advice])]
[Step(Message.Create, Tables.TextMessage, Stage.PreOperation)]
[Step(Message.Update, Tables.TextMessage, Stage.PreOperation, Filter = [Description, Subject, ContactColumns.Purpose], Before = [Description, Subject, ContactColumns.Purpose, ContactColumns.Outgoing, ContactColumns.Channel, ContactColumns.State, Advice])]
[Step(Message.Create, Tables.Letter, Stage.PreOperation)]
[Step(Message.Update, Tables.Letter, Stage.PreOperation, Filter = [Description, Subject, ContactColumns.Purpose], Before = [Description, Subject, ContactColumns.Purpose, ContactColumns.Direction, ContactColumns.State, Advice])]
[Step(Message.Create, Tables.PhoneCall, Stage.PreOperation)]
[Step(Message.Update, Tables.PhoneCall, Stage.PreOperation, Filter = [Description, Subject, ContactColumns.Purpose], Before = [Description, Subject, ContactColumns.Purpose, ContactColumns.Direction, ContactColumns.State, Advice])]
public sealed class AdviseText : Plugin<Entity>
{
    private const string Description = "description";
    private const string Subject = "subject";
    private const string Advice = "crmx_textadvice";
    private const string DefaultCountry = "crmx_DefaultCountry";
    private const int MostLetters = 2000;

    /// <inheritdoc/>
    protected override void Execute(Execution<Entity> execution)
    {
        if (execution.Settings.Mode("crmx_CollectionsMode") == Platform.Mode.Off) return;
        if (execution.Context.MessageName == Message.Update && !execution.ChangesWatchedColumns) return;

        var activity = execution.Merged;
        var state = activity.GetAttributeValue<OptionSetValue>(ContactColumns.State)?.Value ?? ActivityState.Open;
        var outgoing = (Value(activity, ContactColumns.Direction) ?? Value(activity, ContactColumns.Outgoing)) as bool? ?? true;
        if (state != ActivityState.Open || !outgoing || Choice.Read<Purpose>(Value(activity, ContactColumns.Purpose)) is not { } purpose) return;

        // without a text the house's name is not even asked for
        var description = Value(activity, Description) as string;
        var house = string.IsNullOrWhiteSpace(description) ? "" : HouseName.Of(execution).Text;
        var advice = TextCheck.Advise(Value(activity, Subject) as string, description, purpose, ChannelOf(activity), execution.Settings.Text(DefaultCountry), house);
        var text = string.Join("\n", advice.Select(piece => "• " + piece.Write(execution.Language)));
        if (text.Length > MostLetters) text = text.Substring(0, MostLetters - 1) + "…";
        if (text.Length > 0) execution.Write(Advice, text);
        else if (Value(activity, Advice) is string { Length: > 0 }) execution.Write(Advice, null);
    }

    private static Channel ChannelOf(Entity activity) => activity.LogicalName switch
    {
        Tables.PhoneCall => Channel.PhoneCall,
        Tables.Email => Channel.Email,
        Tables.Letter => Channel.Letter,
        _ => Choice.Read<Channel>(Value(activity, ContactColumns.Channel)) ?? Channel.Sms,
    };

    private static object? Value(Entity row, string column) => row.Attributes.TryGetValue(column, out var value) ? value : null;
}

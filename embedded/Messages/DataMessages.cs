namespace Crm.Extensions.Embedded.Messages;

/// <summary>The messages about rows.</summary>
internal static class DataMessages
{
    public static IMessageHandler[] All =>
    [
        new CreateMessage(), new RetrieveMessage(), new RetrieveMultipleMessage(), new UpdateMessage(), new DeleteMessage(), new UpsertMessage(),
        new CreateMultipleMessage(), new UpdateMultipleMessage(), new UpsertMultipleMessage(),
        new AssociateMessage(), new DisassociateMessage(), new ExecuteMultipleMessage(), new ExecuteTransactionMessage(),
        new SetStateMessage(), new AssignMessage(), new WhoAmIMessage(),
    ];
}

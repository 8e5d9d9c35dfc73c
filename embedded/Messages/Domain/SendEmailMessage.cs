using System;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;

namespace Crm.Extensions.Embedded.Messages.Domain;

/// <summary>Sends an e-mail: a draft becomes pending, and leaves when the mail server delivers it. Without IssueSend it is recorded as sent.</summary>
internal sealed class SendEmailMessage : IMessageHandler
{
    public const int Draft = 1;
    public const int Sent = 3;
    public const int PendingSend = 6;
    public const int Completed = 1;

    public string Message => "SendEmail";

    public bool Transactional => true;

    public OrganizationResponse Handle(OrganizationRequest request, MessageContext context)
    {
        var id = request.Required<Guid>("EmailId");
        var row = context.Writable("email", id);
        if (row["statecode"] is not (null or 0)) throw PlatformFaults.Invalid($"The e-mail must be a draft to be sent: 'email' With Id = {id} is not open.");
        var issueSend = request.Required<bool>("IssueSend");
        context.ExecuteAsPlatform(new UpdateRequest
        {
            Target = new Entity("email", id)
            {
                ["statecode"] = new OptionSetValue(Completed),
                ["statuscode"] = new OptionSetValue(issueSend ? PendingSend : Sent),
            },
        });
        return new SendEmailResponse { Results = { ["Subject"] = row["subject"] as string ?? "" } };
    }
}

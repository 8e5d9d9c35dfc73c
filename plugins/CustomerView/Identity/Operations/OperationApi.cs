using System;
using Crm.Extensions.Platform;
using Microsoft.Xrm.Sdk;

namespace Crm.Extensions.CustomerView.Identity.Operations;

/// <summary>What the APIs that ask for an operation have in common.</summary>
internal static class OperationApi
{
    /// <summary>Writes the request; it belongs to the caller, who is to find it among their own.</summary>
    /// <returns>The operation's id.</returns>
    public static Guid Ask(ApiCall call, Entity request)
    {
        // an owner who may not read the table would be refused by the platform
        if (call.Holds(call.CallerId, "prvReadcrmx_IdentityOperation")) request["ownerid"] = new EntityReference(Model.Tables.SystemUser, call.CallerId);
        return call.AsSystem.Create(request);
    }

    /// <summary>The language that the caller asks for, or works in.</summary>
    public static Language LanguageOf(ApiCall call) => call.Has("Language") ? LanguageCode.Read(call.Input("Language", 0)) : call.Language;
}

using System;
using FakeXrmEasy;
using FakeXrmEasy.FakeMessageExecutors;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.Xrm.Sdk;

namespace Crm.Extensions.FakeXrmEasyTests;

/// <summary>Answers that a user has the privilege that is asked about: FakeXrmEasy knows no such message.</summary>
internal sealed class EveryPrivilege : IFakeMessageExecutor
{
    public bool CanExecute(OrganizationRequest request) => request.RequestName == "RetrieveUserPrivilegeByPrivilegeName";

    public Type GetResponsibleRequestType() => typeof(OrganizationRequest);

    public OrganizationResponse Execute(OrganizationRequest request, XrmFakedContext ctx) =>
        new OrganizationResponse { Results = { ["RolePrivileges"] = new[] { new RolePrivilege { PrivilegeId = Guid.NewGuid(), Depth = PrivilegeDepth.Basic } } } };
}

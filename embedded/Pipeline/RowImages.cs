using System;
using System.Collections.Generic;
using System.Linq;
using Crm.Extensions.Embedded.Messages;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;
using Microsoft.Xrm.Sdk.Query;

namespace Crm.Extensions.Embedded.Pipeline;

/// <summary>Reads the images that steps ask for, as the system: an image holds what its registration names, whatever the caller may read.</summary>
internal sealed class RowImages(EmbeddedDataverse organization)
{
    /// <summary>One collection per row, in the order of the rows.</summary>
    public EntityImageCollection[] Read(StepRegistration step, bool before, string table, IReadOnlyList<Guid> rows, CallContext call)
    {
        var wanted = step.Images.Where(image => before ? image.Before : image.After).ToList();
        return wanted.Count == 0 ? [] : [.. rows.Select(row => OfRow(wanted, table, row, call))];
    }

    private EntityImageCollection OfRow(List<StepImage> wanted, string table, Guid row, CallContext call)
    {
        var images = new EntityImageCollection();
        foreach (var image in wanted)
            images[image.Alias] = Retrieve(table, row, image.Columns, call);
        return images;
    }

    private Entity Retrieve(string table, Guid row, IReadOnlyList<string> columns, CallContext call)
    {
        var request = new RetrieveRequest
        {
            Target = new EntityReference(table, row),
            ColumnSet = columns.Count == 0 ? new ColumnSet(true) : new ColumnSet([.. columns]),
        };
        var handler = organization.Messages.Find(request.RequestName) ?? throw PlatformFaults.Unsupported("message 'Retrieve'");
        return ((RetrieveResponse)handler.Handle(request, new MessageContext(organization, call with { IsSystem = true }))).Entity;
    }
}

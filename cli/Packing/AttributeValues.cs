using System.Collections.Generic;
using System.Collections.ObjectModel;
using System.Linq;
using System.Reflection;
using Crm.Extensions.Platform.Registration;

namespace Crm.Extensions.Cli.Packing;

/// <summary>The values written in an attribute, turned into the attribute that they would make.</summary>
internal sealed class AttributeValues(CustomAttributeData data)
{
    private readonly Dictionary<string, object?> named = data.NamedArguments.ToDictionary(argument => argument.MemberName, argument => argument.TypedValue.Value);

    public T At<T>(int position) => (T)data.ConstructorArguments[position].Value!;

    public StepAttribute Step()
    {
        var step = new StepAttribute(At<string>(0), At<string>(1), (Stage)At<int>(2))
        {
            Filter = Texts(nameof(StepAttribute.Filter)),
            Before = Texts(nameof(StepAttribute.Before)),
            After = Texts(nameof(StepAttribute.After)),
        };
        if (named.TryGetValue(nameof(StepAttribute.Mode), out var mode)) step.Mode = (StepMode)(int)mode!;
        if (named.TryGetValue(nameof(StepAttribute.Rank), out var rank)) step.Rank = (int)rank!;
        return step;
    }

    public CustomApiAttribute CustomApi() => new(At<string>(0), At<string>(1))
    {
        DisplayName = Text(nameof(CustomApiAttribute.DisplayName)),
        DisplayNameSpanish = Text(nameof(CustomApiAttribute.DisplayNameSpanish)),
        Description = Text(nameof(CustomApiAttribute.Description)),
        DescriptionSpanish = Text(nameof(CustomApiAttribute.DescriptionSpanish)),
        Workflow = named.GetValueOrDefault(nameof(CustomApiAttribute.Workflow)) is true,
    };

    public RequestParameterAttribute Request() => new(At<string>(0), (ParameterType)At<int>(1))
    {
        Optional = named.GetValueOrDefault(nameof(RequestParameterAttribute.Optional)) is true,
        DisplayName = Text(nameof(RequestParameterAttribute.DisplayName)),
        DisplayNameSpanish = Text(nameof(RequestParameterAttribute.DisplayNameSpanish)),
        Description = Text(nameof(RequestParameterAttribute.Description)),
        DescriptionSpanish = Text(nameof(RequestParameterAttribute.DescriptionSpanish)),
    };

    public ResponsePropertyAttribute Response() => new(At<string>(0), (ParameterType)At<int>(1))
    {
        DisplayName = Text(nameof(ResponsePropertyAttribute.DisplayName)),
        DisplayNameSpanish = Text(nameof(ResponsePropertyAttribute.DisplayNameSpanish)),
        Description = Text(nameof(ResponsePropertyAttribute.Description)),
        DescriptionSpanish = Text(nameof(ResponsePropertyAttribute.DescriptionSpanish)),
    };

    private string Text(string member) => named.GetValueOrDefault(member) as string ?? "";

    private string[] Texts(string member) =>
        named.GetValueOrDefault(member) is ReadOnlyCollection<CustomAttributeTypedArgument> items ? [.. items.Select(item => (string)item.Value!)] : [];
}

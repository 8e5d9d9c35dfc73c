using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.Xrm.Sdk;
using Xunit;

namespace Crm.Extensions.Tests.Sdk.Contracts;

/// <summary>What holds for every request and response that the contracts declare.</summary>
public class MessageContractTests
{
    public static TheoryData<Type> Requests => Declared(typeof(OrganizationRequest));

    public static TheoryData<Type> Responses => Declared(typeof(OrganizationResponse));

    [Theory]
    [MemberData(nameof(Requests))]
    public void A_request_is_named_after_its_message_and_keeps_its_properties_in_parameters(Type type)
    {
        var request = (OrganizationRequest)Activator.CreateInstance(type)!;
        Assert.Equal(type.Name, request.RequestName + "Request");

        foreach (var property in Own(type))
        {
            var sample = SampleValues.Of(property.PropertyType);
            property.SetValue(request, sample);

            Assert.Same(sample, request.Parameters[property.Name] is ValueType ? sample : request.Parameters[property.Name]);
            Assert.Equal(sample, property.GetValue(request));
        }
    }

    [Theory]
    [MemberData(nameof(Requests))]
    public void A_request_that_was_never_filled_gives_defaults(Type type)
    {
        var request = (OrganizationRequest)Activator.CreateInstance(type)!;

        foreach (var property in Own(type))
        {
            var initial = property.PropertyType.IsValueType ? Activator.CreateInstance(property.PropertyType) : null;
            Assert.Equal(initial, property.GetValue(request));
        }
    }

    [Theory]
    [MemberData(nameof(Requests))]
    public void A_request_crosses_as_its_base_class_and_arrives_as_itself(Type type)
    {
        var request = (OrganizationRequest)Activator.CreateInstance(type)!;
        request.RequestId = Guid.NewGuid();
        foreach (var property in Own(type))
            property.SetValue(request, SampleValues.Of(property.PropertyType));

        var copy = SerializationCopy.Of<OrganizationRequest>(request);

        Assert.IsType(type, copy);
        Assert.Equal(request.RequestId, copy.RequestId);
        Assert.Equal(request.Parameters.Keys, copy.Parameters.Keys);
        Assert.All(request.Parameters, pair => Assert.Equal(pair.Value.GetType(), copy[pair.Key].GetType()));
        Assert.Equal(SerializationCopy.Xml(typeof(OrganizationRequest), request), SerializationCopy.Xml(typeof(OrganizationRequest), copy));
    }

    [Theory]
    [MemberData(nameof(Responses))]
    public void A_response_crosses_with_its_results_and_reads_them_by_property(Type type)
    {
        var response = (OrganizationResponse)Activator.CreateInstance(type)!;
        foreach (var property in Own(type))
            response.Results[property.Name] = SampleValues.Of(property.PropertyType);

        var copy = SerializationCopy.Of<OrganizationResponse>(response);

        Assert.IsType(type, copy);
        Assert.All(Own(type), property => Assert.NotNull(property.GetValue(copy)));
        Assert.Equal(SerializationCopy.Xml(typeof(OrganizationResponse), response), SerializationCopy.Xml(typeof(OrganizationResponse), copy));
    }

    [Fact]
    public void A_value_type_absent_from_the_results_reads_as_its_default() => Assert.Equal(Guid.Empty, new WhoAmIResponse().UserId);

    private static TheoryData<Type> Declared(Type family)
    {
        var data = new TheoryData<Type>();
        foreach (var type in new[] { typeof(Entity).Assembly, typeof(WhoAmIRequest).Assembly }.SelectMany(assembly => assembly.GetExportedTypes()))
        {
            if (type.IsSubclassOf(family))
                data.Add(type);
        }

        return data;
    }

    private static IEnumerable<PropertyInfo> Own(Type type) => type.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly);
}

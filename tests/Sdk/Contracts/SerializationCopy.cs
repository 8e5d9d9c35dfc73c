using System;
using System.IO;
using System.Runtime.Serialization;
using System.Text;

namespace Crm.Extensions.Tests.Sdk.Contracts;

/// <summary>What crosses from one process to another: a value written and read back by its data contract.</summary>
internal static class SerializationCopy
{
    internal static T Of<T>(T value) => (T)Of(typeof(T), value!);

    internal static object Of(Type contract, object value)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(Xml(contract, value)));
        return new DataContractSerializer(contract).ReadObject(stream)!;
    }

    internal static string Xml(Type contract, object value)
    {
        using var stream = new MemoryStream();
        new DataContractSerializer(contract).WriteObject(stream, value);
        return Encoding.UTF8.GetString(stream.ToArray());
    }
}

using System;
using System.Collections.Generic;
using System.Linq;
using Crm.Extensions.Collections;
using Crm.Extensions.CustomerView.Facts;

namespace Crm.Extensions.CustomerView.Disclosure;

/// <summary>Identification by risk: nothing is asked for a pizza, more for a transfer. Never more than the purpose needs.</summary>
internal sealed class Identification
{
    private static readonly Lazy<IdentificationFile> File = new(() => ShippedFile.Read<IdentificationFile>("Disclosure.Identification.json"));

    private Identification(Verification needed, Verification given, IdentificationUse use, IReadOnlyList<IdentificationQuestion> ask, IReadOnlyList<string> notToAsk)
    {
        Needed = needed;
        Given = given;
        Use = use;
        Ask = ask;
        NotToAsk = notToAsk;
    }

    public Verification Needed { get; }

    public Verification Given { get; }

    public bool IsEnough => Given >= Needed;

    public IdentificationUse Use { get; }

    /// <summary>What is left to be asked, the lowest level first.</summary>
    public IReadOnlyList<IdentificationQuestion> Ask { get; }

    /// <summary>Topics that identify, but that this purpose gives no right to ask for.</summary>
    public IReadOnlyList<string> NotToAsk { get; }

    public static Identification For(UseOfData use, Verification given)
    {
        var entry = File.Value.Uses.First(own => Words.TryRead<UseOfData>(own.Use, out var known) && known == use);
        var needed = Level(entry.Level);
        return new Identification(
            needed,
            given,
            entry,
            [.. File.Value.Steps.Where(step => Level(step.Level) > given && Level(step.Level) <= needed).SelectMany(step => step.Ask)],
            [.. File.Value.Steps.Where(step => Level(step.Level) > needed).SelectMany(step => step.Ask).Select(question => question.Topic)]);
    }

    private static Verification Level(string text) => Words.TryRead<Verification>(text, out var level) ? level : throw new FormatException("Identification.json: '" + text + "' is no level.");
}

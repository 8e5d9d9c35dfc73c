namespace Crm.Extensions.Compensation.Recognition;

/// <summary>How a customer was recognised.</summary>
internal enum RecognitionKind
{
    /// <summary>He was greeted by his name, as he wishes to be addressed.</summary>
    ByName,

    /// <summary>He was treated as he likes, without having to say it again.</summary>
    Preference,
}

/// <summary>Who wrote a recognition down.</summary>
internal enum RecognitionRecorder
{
    Self,
    Lead,
}

/// <summary>Whose word stands for a recognition.</summary>
internal enum RecognitionVerifier
{
    None,

    /// <summary>The customer's own, for example in a survey.</summary>
    Customer,

    /// <summary>Somebody who checked one that chance had drawn.</summary>
    Sample,
}

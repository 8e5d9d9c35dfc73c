namespace Crm.Extensions.CustomerView.Identity.Linking;

/// <summary>Two links by their places in a list.</summary>
internal readonly record struct LinkPair(int Left, int Right);

using System;
using System.Globalization;
using System.Linq;

namespace Crm.Extensions.Cli.Unify.People;

/// <summary>Names to draw from, few of them very common and very many rare, as people's are.</summary>
internal static class NamePool
{
    private static readonly string[] Women = Split(
        "María Guadalupe Ana Rosa Carmen Luz Laura Patricia Claudia Sofía Valentina Isabel Teresa Juana Margarita Gabriela Paola Daniela Andrea Verónica Lucía Elena "
        + "Beatriz Natalia Carolina Mónica Silvia Adriana Yolanda Martha Gloria Esperanza Concepción Dolores Francisca Josefa Mercedes Pilar Rocío Alejandra Camila Jimena "
        + "Mariana Fernanda Ximena Renata Regina Inés Victoria Julia Emilia Irene Nuria Montserrat Consuelo Soledad Amparo Blanca Estela Graciela Norma Leticia Rebeca");

    private static readonly string[] Men = Split(
        "José Juan Luis Carlos Francisco Antonio Manuel Jesús Miguel Pedro Alejandro Jorge Fernando Rafael Javier Eduardo Ricardo Roberto Sergio Daniel David Andrés "
        + "Guillermo Ignacio Enrique Alberto Arturo Mario Raúl Óscar Héctor Hugo Víctor Pablo Diego Sebastián Santiago Mateo Nicolás Samuel Tomás Felipe Gonzalo Álvaro "
        + "Rubén Iván Gustavo Ramón Vicente Joaquín Emilio Gabriel Martín Agustín Alfonso Armando Ernesto Gerardo Rodrigo Salvador Esteban Mauricio Camilo Germán Édgar");

    private static readonly string[] Surnames = Split(
        "García Hernández Rodríguez Martínez López González Pérez Sánchez Gómez Ramírez Torres Flores Díaz Vargas Castro Romero Ruiz Álvarez Moreno Jiménez Rojas Muñoz "
        + "Gutiérrez Ortiz Morales Suárez Chávez Ramos Reyes Mendoza Cruz Rivera Vásquez Fernández Aguilar Molina Herrera Medina Castillo Guerrero Delgado Silva Contreras "
        + "Guzmán Salazar Ortega Vega Navarro Núñez Peña Cortés Soto Domínguez Cárdenas Ríos Mejía Acosta Espinosa Valencia Ospina Restrepo Castaño Ávila Ibarra Zubizarreta "
        + "Quintero Arango Jaramillo Londoño Cardona Escobar Giraldo Montoya Zapata Henao Duque Marín Pineda Bedoya Arias Correa Gil Serrano Blanco Iglesias Prieto Cabrera");

    private static readonly string[] Onsets = Split("b br c ch cr d f fl g gr h j l ll m n p pl qu r s t tr v y z");
    private static readonly string[] Middles = Split("ac ad al am an ar as ec el en er es ic il in ir iz ol on or os ul un ur ua ue");
    private static readonly string[] Ends = Split("a e o ada al ano ar ara arte ero eta ez ía illo ín ola ón osa ua uela uza");

    /// <summary>A given name or two.</summary>
    public static string Given(Random random, bool woman)
    {
        var pool = woman ? Women : Men;
        var first = Common(random, pool);
        if (random.Next(100) >= 35) return first;
        var second = Common(random, pool);
        return second == first ? first : first + " " + second;
    }

    /// <summary>One of some hundred common surnames, or, for two people in five, one of many thousands of rare ones.</summary>
    public static string Surname(Random random)
    {
        if (random.Next(5) < 3) return Common(random, Surnames);
        var word = Pick(random, Onsets) + Pick(random, Middles) + Pick(random, Onsets) + (random.Next(2) == 0 ? Pick(random, Middles) + Pick(random, Onsets) : "") + Pick(random, Ends);
        var name = char.ToUpper(word[0], CultureInfo.InvariantCulture) + word[1..];
        return random.Next(30) == 0 ? "de la " + name : name;
    }

    public static T Pick<T>(Random random, T[] from) => from[random.Next(from.Length)];

    // the square draws the first far more often than the last
    private static string Common(Random random, string[] from)
    {
        var draw = random.NextDouble();
        return from[(int)(draw * draw * from.Length)];
    }

    private static string[] Split(string words) => [.. words.Split(' ').Where(word => word.Length > 0)];
}
